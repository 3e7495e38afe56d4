import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { notFound } from '@/lib/errors'
import type { PlanKind, WayWritten } from '@/lib/plans/plan'
import { currentPlan, type PlanVersion, versionColumns } from './current-plan'
import { possibleRecipients, sharesOf } from './line-shares'
import { waitingProposals } from './proposals'

type VersionLine = { number: number; madeAt: Date; how: WayWritten; by: string }

/** The plan as it stands, what waits for a yes, with whom lines are shared, and when each version was written. */
export const readPlan = read(
  'plan',
  async (ctx, { personId, kind }: { personId: string; kind: PlanKind }) => {
    const identity = await identityOf(ctx, personId)
    const versions = await ctx.client.query<VersionLine>({
      name: 'plan-versions',
      text: `select v.number, v.made_at as "madeAt", v.how, coalesce(s.name, '') as by
        from plan_versions v left join staff s on s.partnership_id = v.partnership_id and s.id = v.by_staff_id
        where v.person_id = $1 and v.kind = $2 order by v.number desc`,
      values: [personId, kind],
    })
    return {
      actor: ctx.actor,
      identity,
      today: ctx.today,
      now: ctx.now,
      plan: await currentPlan(ctx, personId, kind),
      proposals: await waitingProposals(ctx, personId, kind),
      shares: await sharesOf(ctx, personId, kind),
      versions: versions.rows,
    }
  },
)

/** What sharing a line needs beside the plan: everybody it could be shared with. */
export const readPlanSharing = read(
  'planSharing',
  async (ctx, { personId, kind }: { personId: string; kind: PlanKind }) => ({
    actor: ctx.actor,
    identity: await identityOf(ctx, personId),
    plan: await currentPlan(ctx, personId, kind),
    shares: await sharesOf(ctx, personId, kind),
    recipients: await possibleRecipients(ctx, personId),
  }),
)

/** One version as it was, with the number of the newest. */
export const readPlanVersion = read(
  'planVersion',
  async (ctx, { personId, kind, number }: { personId: string; kind: PlanKind; number: number }) => {
    const identity = await identityOf(ctx, personId)
    const { rows } = await ctx.client.query<PlanVersion & { newest: number }>({
      name: 'plan-version',
      text: `select one.*, (select max(v.number) from plan_versions v where v.person_id = $1 and v.kind = $2) as newest
        from (${versionColumns} and v.number = $3) one`,
      values: [personId, kind, number],
    })
    if (!rows[0]) throw notFound()
    const { newest, ...version } = rows[0]
    return { actor: ctx.actor, identity, version, newest }
  },
)
