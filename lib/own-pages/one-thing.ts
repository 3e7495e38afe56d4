import { type Day, daysBetween } from '@/lib/day'
import { type PlanKind, planKinds } from '@/lib/plans/plan'

/** Home asks how close they feel at most once a week: it is an offer, and there is no count of weeks kept or missed. */
const askAgainAfterDays = 7

export type Thing = { words: string; label: string; href: string }

type Standing = {
  withATeam: boolean
  openGoals: number
  lastSaidOn: Day | null
  today: Day
  /** A plan for which somebody suggested a change: it waits for their yes. */
  ideaFor?: PlanKind | null
}

/** The one thing Home offers, or nothing: somebody who opens their pages in a hard week is not handed a list. */
export const oneThingToDo = ({
  withATeam,
  openGoals,
  lastSaidOn,
  today,
  ideaFor,
}: Standing): Thing | null => {
  if (!withATeam) return null
  if (ideaFor)
    return {
      words: `Somebody has an idea for your ${planKinds[ideaFor].name}. You say yes or no.`,
      label: 'Read the idea',
      href: `/me/${planKinds[ideaFor].path}`,
    }
  if (openGoals === 0)
    return {
      words: 'Write down one thing you want to be different. Any words will do.',
      label: 'Add a goal',
      href: '/me/goals/new',
    }
  if (lastSaidOn === null || daysBetween(lastSaidOn, today) >= askAgainAfterDays)
    return {
      words: 'Say how close you feel to your goals. It takes about 2 minutes.',
      label: 'How close do you feel?',
      href: '/me/rating',
    }
  return null
}
