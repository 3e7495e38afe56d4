import { z } from 'zod'
import { type Day, day } from '@/lib/day'
import { numbersBy, stuck } from '@/lib/goals/movement'
import type { Rater, Rating } from '@/lib/goals/rating'
import { optionalText } from '@/lib/parse'

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

export const talkDecision = z.enum(Object.keys(talkDecisions) as [TalkDecision, ...TalkDecision[]], {
  error: 'Choose what you decided together.',
})

export const talk = z.strictObject({
  on: day,
  tried: optionalText,
  view: optionalText,
  theirWords: optionalText,
  decision: talkDecision,
})
export type Talk = z.infer<typeof talk>

/** Days until what was decided with somebody else is looked at: ours, shorter than the longest silence between meetings. */
export const askedWithin = 7

/** A decision that somebody has to do something about becomes a task in these words. @param goal the goal, shortened */
export const taskOfDecision = (decision: TalkDecision, goal: string): string | undefined => {
  if (decision === 'bring-someone-in') return `Find who else can help with ‘${goal}’`
  if (decision === 'something-in-the-community') return `Find something in the community for ‘${goal}’`
}

/** A goal that ended unmet without a talk asks for one. @param goal the goal, shortened */
export const discussTask = (goal: string): string => `Talk about ‘${goal}’, which ended before it was reached`

/**
 * Whether this rater's line asks for a talk now: it is stuck, and nobody has talked about the goal since the first of its
 * last three numbers. So it is asked once, and again only when three more did not move it.
 * @param talkedOn the latest talk about this goal, null before the first
 */
export const talkDue = (ratings: readonly Rating[], rater: Rater, talkedOn: Day | null): boolean => {
  if (!stuck(ratings, rater)) return false
  const thirdLast = numbersBy(ratings, rater).at(-3)
  return talkedOn === null || thirdLast === undefined || talkedOn < thirdLast.on
}
