import { currentPlan } from '@/db/plans/current-plan'
import { possibleRecipients, sharesOf } from '@/db/plans/line-shares'
import { waitingProposals } from '@/db/plans/proposals'
import { read } from '@/db/read'
import type { PlanKind } from '@/lib/plans/plan'
import { ownIdentity } from './own'

/** Their own plan of one kind: as it stands, what waits for their yes, and with whom lines are shared. */
export const myPlan = read('myPlan', async (ctx, { kind }: { kind: PlanKind }) => {
  const { personId, knownAs, episode } = await ownIdentity(ctx)
  return {
    actor: ctx.actor,
    personId,
    knownAs,
    helped: episode.status === 'open',
    plan: await currentPlan(ctx, personId, kind),
    proposals: await waitingProposals(ctx, personId, kind),
    shares: await sharesOf(ctx, personId, kind),
    people: (await possibleRecipients(ctx, personId)).filter((one) => one.kind === 'relationship'),
  }
})
