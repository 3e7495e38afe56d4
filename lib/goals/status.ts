import type { EndReason } from '@/lib/goals/goal'
import { highest } from '@/lib/goals/rating'

/**
 * Where a goal stands, in the two words FHIR keeps apart (R4, Goal): whether people still work on it, and whether what was
 * hoped for is there. A 10 says the second only: the goal stays active until they agree to end it.
 */
type GoalStatus = {
  lifecycleStatus: 'active' | 'completed' | 'cancelled'
  achievementStatus: 'in-progress' | 'achieved' | 'not-achieved'
}

/** @param latest the newest number by whom the goal belongs to, null without one */
export const statusOfGoal = (endedBecause: EndReason | null, latest: number | null): GoalStatus => {
  const there = latest === highest || endedBecause === 'reached'
  if (endedBecause === null)
    return { lifecycleStatus: 'active', achievementStatus: there ? 'achieved' : 'in-progress' }
  return {
    lifecycleStatus: endedBecause === 'reached' ? 'completed' : 'cancelled',
    achievementStatus: there ? 'achieved' : 'not-achieved',
  }
}
