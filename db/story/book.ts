import type { Ctx } from '@/db/door'
import { remind } from '@/db/outbox/remind'
import type { Identity } from '@/db/people/identity'
import { meetings } from '@/db/schema/story'
import { instantAt } from '@/lib/day'
import { invalid, refused } from '@/lib/errors'
import { newId } from '@/lib/id'
import type { MeetingWay } from '@/lib/story/meeting'
import { clashesOf } from './clashes'
import { type Beside, workersBeside } from './workers-beside'

export type Booking = {
  on: string
  at: string
  minutes: number
  how: MeetingWay
  place: string
  contactWords: string
  withStaffId: string
  alsoStaffId: string
  whoElse: string
}

type How = {
  /** The name of a field in the form it came from. */
  named?: (field: string) => string
  /** They were told that somebody is busy then. */
  evenSo: boolean
  /** The meeting at which this one is agreed, by the person whose it is. */
  after?: ReadonlyMap<string, string>
}

const asItIs = (field: string) => field

/**
 * Books a meeting: a row for each young person who comes, so that each record shows its own and no other's name.
 * @throws invalid where a worker does not work with one of them, or somebody is busy and nobody was told; refused where
 * an episode is over
 */
export async function book(
  ctx: Ctx,
  people: readonly Identity[],
  booking: Booking,
  { named = asItIs, evenSo, after }: How,
): Promise<string[]> {
  for (const { episode, knownAs } of people)
    if (episode.status === 'declined' || episode.status === 'ended')
      throw refused(
        people.length === 1
          ? 'There is no open referral to meet about. Register a new one, or bring them back.'
          : `${knownAs} has no open referral to meet about.`,
      )
  const workers = await allBeside(ctx, people, booking, named)
  const startsAt = instantAt(booking.on, booking.at)
  if (!evenSo && startsAt > ctx.now) {
    const clashes = await clashesOf(ctx, { startsAt, minutes: booking.minutes, workers, people })
    if (clashes.length > 0) throw invalid({ [named('evenSo')]: clashes.join(' ') })
  }
  const togetherId = people.length > 1 ? newId() : null
  const rows = people.map((person) => ({
    partnershipId: ctx.actor.partnershipId,
    id: newId(),
    episodeId: person.episode.id,
    personId: person.personId,
    withStaffId: booking.withStaffId,
    alsoStaffId: booking.alsoStaffId || null,
    startsAt,
    minutes: booking.minutes,
    how: booking.how,
    place: booking.place,
    contactWords: booking.contactWords,
    whoElse: booking.whoElse,
    togetherId,
    afterId: after?.get(person.personId) ?? null,
    byStaffId: ctx.actor.staffId,
  }))
  await ctx.db.insert(meetings).values(rows)
  const ids = rows.map((row) => row.id)
  await remind(ctx, ids)
  return ids
}

/** @returns the workers of the booking, by name; each must work with every young person who comes */
export async function allBeside(
  ctx: Ctx,
  people: readonly Identity[],
  booking: Pick<Booking, 'withStaffId' | 'alsoStaffId'>,
  named: (field: string) => string = asItIs,
): Promise<Beside[]> {
  const chosen = new Map<string, Beside>()
  for (const { episode, knownAs } of people) {
    const beside = await workersBeside(ctx, episode.id)
    for (const field of ['withStaffId', 'alsoStaffId'] as const) {
      if (booking[field] === '') continue
      const worker = beside.find((one) => one.id === booking[field])
      if (!worker)
        throw invalid({
          [named(field)]:
            people.length === 1
              ? 'Choose somebody who works with this young person.'
              : `Choose somebody who works with ${knownAs} too.`,
        })
      chosen.set(worker.id, worker)
    }
  }
  return [...chosen.values()]
}
