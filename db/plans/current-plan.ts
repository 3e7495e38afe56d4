import type { Ctx } from '@/db/door'
import { linesFrom, type PlanKind, type Sections, type Texts, type WayWritten } from '@/lib/plans/plan'

export type PlanVersion = {
  number: number
  sections: Sections
  how: WayWritten
  whoWasThere: string
  madeAt: Date
  by: string
}

export const versionColumns = `
  select v.number, v.sections, v.how, v.who_was_there as "whoWasThere", v.made_at as "madeAt", coalesce(s.name, '') as by
  from plan_versions v left join staff s on s.partnership_id = v.partnership_id and s.id = v.by_staff_id
  where v.person_id = $1 and v.kind = $2`

/** The plan as it stands, or null where none was started. Within reach of workers, and of the young person themselves. */
export async function currentPlan(ctx: Ctx, personId: string, kind: PlanKind): Promise<PlanVersion | null> {
  const { rows } = await ctx.client.query<PlanVersion>({
    name: 'current-plan',
    text: `${versionColumns} order by v.number desc limit 1`,
    values: [personId, kind],
  })
  return rows[0] ?? null
}

/**
 * The same, held until the transaction ends: nobody else writes a version meanwhile. The number of a plan that was not
 * started is 0.
 */
export async function planHeld(ctx: Ctx, personId: string, kind: PlanKind) {
  await ctx.client.query({
    name: 'hold-plan',
    text: 'select pg_advisory_xact_lock(hashtextextended($1::uuid::text || $2, 16))',
    values: [personId, kind],
  })
  const plan = await currentPlan(ctx, personId, kind)
  return { plan, number: plan?.number ?? 0, sections: plan?.sections ?? {} }
}

export type PlanHeld = Awaited<ReturnType<typeof planHeld>>

/** What was typed as lines, each with the id it had in the plan or in a change that was suggested. */
export const linesAfter = (kind: PlanKind, texts: Texts, held: PlanHeld): Sections =>
  linesFrom(kind, texts, held.sections)
