import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { id } from '@/lib/id'
import { optionalText } from '@/lib/parse'
import { closeProposal, proposalHeld } from './proposals'

const input = z.strictObject({ personId: id, proposalId: id, words: optionalText })

/** Takes back a suggested change, also one of a colleague. It stays in the record as taken back. */
export const withdrawProposal = act(
  'withdrawProposal',
  input,
  async (ctx, { personId, proposalId, words }) => {
    await identityOf(ctx, personId)
    const { kind } = await proposalHeld(ctx, personId, proposalId)
    await closeProposal(ctx, proposalId, { state: 'withdrawn', words })
    ctx.about({ recordId: proposalId, detail: { plan: kind } })
    return { personId, kind }
  },
)
