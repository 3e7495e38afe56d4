import { z } from 'zod'
import { id, idForm } from '@/lib/id'

export const placeFieldOf = (goalId: string) => `place-${goalId}`
const field = new RegExp(`^place-(${idForm})$`)

/** The page that puts goals in order, as it is sent: the order it was opened with, and a place for each goal. */
export const orderSheet = z
  .object({ personId: id, before: z.string().max(4000) })
  .catchall(z.string({ error: 'Choose one place.' }).max(10))
  .superRefine((sent, ctx) => {
    for (const name of Object.keys(sent))
      if (name !== 'personId' && name !== 'before' && !field.test(name))
        ctx.addIssue({ code: 'unrecognized_keys', keys: [name], message: 'Unknown field.' })
  })
  .transform(({ personId, before, ...rest }) => ({
    personId,
    before: before.split(' ').filter(Boolean),
    places: new Map(
      Object.entries(rest).map(([name, place]) => [field.exec(name)?.[1] ?? '', String(place)]),
    ),
  }))

/**
 * The goals by the places chosen for them, or a sentence for each place that is missing or given twice.
 * @param goals ids in the order they have now
 */
export const ordered = (
  goals: readonly string[],
  places: ReadonlyMap<string, string>,
): { ok: true; order: string[] } | { ok: false; fields: Record<string, string> } => {
  const fields: Record<string, string> = {}
  const taken = new Map<number, string>()
  for (const goal of goals) {
    const place = Number(places.get(goal))
    if (!Number.isInteger(place) || place < 1 || place > goals.length)
      fields[placeFieldOf(goal)] = `Choose a place from 1 to ${goals.length}.`
    else if (taken.has(place))
      fields[placeFieldOf(goal)] = `Place ${place} is taken. Give each goal a place of its own.`
    else taken.set(place, goal)
  }
  return Object.keys(fields).length > 0
    ? { ok: false, fields }
    : { ok: true, order: [...taken].sort(([a], [b]) => a - b).map(([, goal]) => goal) }
}
