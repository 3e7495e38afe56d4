import { z } from 'zod'
import { act } from '@/db/act'
import { notFound } from '@/lib/errors'
import { id } from '@/lib/id'
import { optionalText } from '@/lib/parse'
import { answerSuggestion } from './proposals'

const input = z.strictObject({
  proposalId: id,
  answer: z.enum(['yes', 'no'], { error: 'Choose yes or no.' }),
  words: optionalText,
})

/** The young person answers a change somebody suggested to their plan. Nobody else can say yes for them. */
export const answerProposal = act('answerProposal', input, async (ctx, form) => {
  const { personId } = ctx.actor
  if (!personId) throw notFound()
  return answerSuggestion(ctx, { ...form, personId })
})
