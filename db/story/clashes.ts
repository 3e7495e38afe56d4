import type { Ctx } from '@/db/door'
import { timeInWords } from '@/lib/day'

type Wanted = {
  startsAt: Date
  minutes: number
  /** Who meets them. */
  workers: readonly { id: string; name: string }[]
  /** Whom they meet. */
  people: readonly { personId: string; knownAs: string }[]
  /** The meetings that are being moved. */
  except?: readonly string[]
}

/**
 * Who has a meeting already at a time, in sentences. A warning and never a block: two things at once may be right. Of
 * colleagues it is said that they are busy, never with whom; of young people only what is within reach.
 */
export async function clashesOf(
  ctx: Ctx,
  { startsAt, minutes, workers, people, except = [] }: Wanted,
): Promise<string[]> {
  const ends = new Date(startsAt.getTime() + minutes * 60_000)
  const busy = await ctx.client.query<{ staff_id: string; starts_at: Date; minutes: number }>({
    name: 'busy workers',
    text: 'select staff_id, starts_at, minutes from app.busy($1::uuid[], $2, $3, $4::uuid[])',
    values: [workers.map((one) => one.id), startsAt, ends, except],
  })
  const theirs = await ctx.client.query<{ person_id: string; starts_at: Date; minutes: number }>({
    name: 'busy people',
    text: `select m.person_id, m.starts_at, m.minutes from meetings m
      where m.person_id = any ($1::uuid[]) and m.cancelled_at is null and m.attendance is null and m.id <> all ($4::uuid[])
        and m.starts_at < $3 and m.starts_at > $2::timestamptz - interval '8 hours'
        and m.starts_at + make_interval(mins => m.minutes) > $2
      order by m.starts_at`,
    values: [people.map((one) => one.personId), startsAt, ends, except],
  })
  const between = (row: { starts_at: Date; minutes: number }) =>
    `${timeInWords(row.starts_at)} to ${timeInWords(new Date(row.starts_at.getTime() + row.minutes * 60_000))}`
  const said = (who: string, row: { starts_at: Date; minutes: number } | undefined) =>
    row ? [`${who} already ${who === 'You' ? 'have' : 'has'} a meeting then, ${between(row)}.`] : []
  return [
    ...workers.flatMap(({ id, name }) =>
      said(
        id === ctx.actor.staffId ? 'You' : name,
        busy.rows.find((row) => row.staff_id === id),
      ),
    ),
    ...people.flatMap(({ personId, knownAs }) =>
      said(
        knownAs,
        theirs.rows.find((row) => row.person_id === personId),
      ),
    ),
  ]
}
