import { dayOf, inWords, timeInWords } from '@/lib/day'
import { conflict } from '@/lib/errors'
import { linesFrom, type PlanKind, planKinds, type Texts, textsFrom } from '@/lib/plans/plan'
import type { PlanHeld } from './current-plan'

/**
 * The plan went on since the page was opened: both texts of each part that differs, side by side, and the number to save
 * over next.
 */
export function staleAgainst(kind: PlanKind, { plan, number, sections }: PlanHeld, typed: Texts) {
  const { name } = planKinds[kind]
  const yours = textsFrom(kind, linesFrom(kind, typed))
  const differing = Object.entries(textsFrom(kind, sections)).filter(([key, text]) => text !== yours[key])
  return conflict(
    plan
      ? `${plan.by || 'Someone else'} saved a newer ${name} at ${timeInWords(plan.madeAt)} on ${inWords(dayOf(plan.madeAt))}. Nothing was overwritten. Read both, then save what holds.`
      : `There is no ${name} to start from.`,
    { ...Object.fromEntries(differing), version: String(number) },
  )
}
