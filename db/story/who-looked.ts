import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import type { Day } from '@/lib/day'

/** Somebody who opened or changed a record on a day. */
export type Looked = {
  on: Day
  name: string
  /** The role they were acting in, and the team they hold it in. */
  role: string
  team: string | null
  first: Date
  last: Date
  times: number
  /** It was opened in need, with a reason that the privacy officer looks at. */
  inNeed: boolean
}

/** Days on one page. */
const perPage = 200

/** Who looked at a young person's record and when, newest first, by day; what one looked at oneself is left out. */
export const whoLooked = read(
  'whoLooked',
  async (ctx, { personId, before }: { personId: string; before?: Day }) => {
    const identity = await identityOf(ctx, personId)
    const { rows } = await ctx.client.query<Looked>({
      name: 'who-looked',
      text: `select "on", name, role, team, first, last, times, in_need as "inNeed" from app.who_looked($1, $2, $3)`,
      values: [personId, before ?? null, perPage + 1],
    })
    const more = rows.length > perPage
    // A day is never cut in two: the last one of a full page begins the next.
    const last = more ? rows[perPage]!.on : undefined
    const shown = last ? rows.filter((row) => row.on > last) : rows
    return { actor: ctx.actor, identity, looked: shown.length > 0 ? shown : rows, older: last ?? null }
  },
)
