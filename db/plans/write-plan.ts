import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { notFound, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { optionalText } from '@/lib/parse'
import { textsIn, typedPlan } from '@/lib/plans/form'
import { keepVersion } from './keep-version'
import { closeProposal, proposalHeld } from './proposals'

const input = typedPlan.extend({
  /** The young person was there: without them a worker can only suggest. */
  wasThere: z.literal('yes', {
    error: 'A plan is written with the young person. Without them, suggest a change instead.',
  }),
  whoElse: optionalText,
  /** A suggestion that was gone through together: saving answers it. */
  proposalId: z.union([z.literal(''), id]).default(''),
})

/** Writes a plan together, with the young person in the room. Who was there stays with the version. */
export const writePlan = act('writePlan', input, async (ctx, { personId, kind, version, ...form }) => {
  const { knownAs, episode } = await identityOf(ctx, personId)
  if (episode.status === 'declined') throw refused('A plan is written once the referral is accepted.')
  // The suggestion first, as everywhere: two who hold both in another order would wait for each other.
  const proposal = form.proposalId ? await proposalHeld(ctx, personId, form.proposalId) : null
  if (proposal && proposal.kind !== kind) throw notFound()
  const number = await keepVersion(ctx, {
    personId,
    kind,
    episodeId: episode.id,
    basedOn: version,
    texts: textsIn(kind, form),
    how: 'together',
    whoWasThere: [knownAs, ctx.actor.name, form.whoElse.trim()].filter(Boolean).join(', '),
  })
  if (proposal) await closeProposal(ctx, proposal.id, { state: 'agreed', became: number })
  return { personId, kind, number }
})
