import type { Whose } from '@/lib/goals/goal'

/** Three is usually enough (guidance on goal-based outcomes). A fourth is allowed, with a reason. */
export const usualGoals = 3

/** Whose count a goal falls under. What was agreed together belongs to the young person. */
export const ownerOf = (whose: Whose): 'young-person' | 'parent-or-carer' =>
  whose === 'parent-or-carer' ? 'parent-or-carer' : 'young-person'

/** @param openForSameOwner open goals that belong to the same person (the young person, or a parent or carer) */
export const mayAddGoal = (
  openForSameOwner: number,
  reason: string,
): { ok: true } | { ok: false; because: string } =>
  openForSameOwner < usualGoals || reason.trim() !== ''
    ? { ok: true }
    : { ok: false, because: 'Three is usually enough. Say why a fourth goal helps, or end one first.' }

/** The goals that go to national returns: the first three, as ranked. */
export const goalsForReturns = <T extends { rank: number }>(goals: readonly T[]): T[] =>
  [...goals].sort((a, b) => a.rank - b.rank).slice(0, usualGoals)

/** After the open goals. What they have in common with ended ones does not matter: only open goals are ranked. */
export const nextRank = (open: readonly { rank: number }[]): number =>
  Math.max(0, ...open.map((goal) => goal.rank)) + 1
