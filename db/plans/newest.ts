import { read } from '@/db/read'
import { timeInWords } from '@/lib/day'
import { notFound } from '@/lib/errors'
import { isId } from '@/lib/id'
import type { PlanKind } from '@/lib/plans/plan'

/**
 * Which version is the newest, asked every half minute by a page that shows one (hazard H1). It gives no word of the plan,
 * keeps no session alive, and is no opened record: the page that asks was.
 */
export const newestPlan = read(
  'planNewest',
  async (ctx, { personId, kind }: { personId: string; kind: PlanKind }) => {
    if (!isId(personId)) throw notFound()
    const { rows } = await ctx.client.query<{ number: number | null; madeAt: Date | null }>({
      name: 'newest-plan',
      text: `select v.number, v.made_at as "madeAt" from people p
        left join lateral (
          select x.number, x.made_at from plan_versions x where x.person_id = p.id and x.kind = $2 order by x.number desc limit 1
        ) v on true
        where p.id = $1`,
      values: [personId, kind],
    })
    // "Nothing yet" is said only of somebody one may look at.
    if (!rows[0]) throw notFound()
    const { number, madeAt } = rows[0]
    return { number: number ?? 0, at: madeAt ? timeInWords(madeAt) : '' }
  },
  { polling: true },
)
