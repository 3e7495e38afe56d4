import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { planProposals } from '@/db/schema/plans'
import { invalid, refused } from '@/lib/errors'
import { newId } from '@/lib/id'
import { requiredText } from '@/lib/parse'
import { textsIn, typedPlan } from '@/lib/plans/form'
import { sameWords } from '@/lib/plans/plan'
import { linesAfter, planHeld } from './current-plan'
import { staleAgainst } from './stale'

const input = typedPlan.extend({ why: requiredText('Say why you suggest this, so that they can decide.') })

/** Suggests a change of a plan. It changes nothing: it waits for the young person's yes. */
export const proposePlanChange = act('proposePlanChange', input, async (ctx, form) => {
  const { personId, kind, version, why } = form
  const { episode } = await identityOf(ctx, personId)
  if (episode.status === 'declined') throw refused('A plan is written once the referral is accepted.')
  const held = await planHeld(ctx, personId, kind)
  if (held.number !== version) throw staleAgainst(kind, held, textsIn(kind, form))
  const sections = linesAfter(kind, textsIn(kind, form), held)
  if (sameWords(kind, held.sections, sections))
    throw invalid({
      form: 'Nothing is different from the plan as it stands. Change a line, then suggest it.',
    })
  const proposalId = newId()
  await ctx.db.insert(planProposals).values({
    partnershipId: ctx.actor.partnershipId,
    id: proposalId,
    personId,
    kind,
    basedOn: held.number,
    sections,
    why,
    episodeId: episode.id,
    byStaffId: ctx.actor.staffId,
  })
  ctx.about({ recordId: proposalId, detail: { plan: kind } })
  return { personId, kind, proposalId }
})
