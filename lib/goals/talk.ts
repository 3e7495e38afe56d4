import { z } from 'zod'
import { day } from '@/lib/day'

/** What was decided when a goal did not move, or ended short of 10. */
export const talkDecisions = {
  'keep-going': 'Keep going',
  'change-the-goal': 'Change the goal',
  'change-how-we-help': 'Change how we help',
  'something-in-the-community': 'Something in the community',
  'stop-for-now': 'Stop for now',
  'bring-someone-in': 'Bring someone else in',
} as const
export type TalkDecision = keyof typeof talkDecisions

export const talk = z.strictObject({
  on: day,
  tried: z.string().max(10_000, 'Use 10,000 letters or fewer.').default(''),
  theirWords: z.string().max(10_000, 'Use 10,000 letters or fewer.').default(''),
  decision: z.enum(Object.keys(talkDecisions) as [TalkDecision, ...TalkDecision[]], {
    error: 'Choose what you decided together.',
  }),
})
export type Talk = z.infer<typeof talk>
