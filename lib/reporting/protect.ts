import { Attacker, type Interval, type Relation } from '@/lib/reporting/attacker'
import { checkRule, impliedBy, type RoundingRule, roundCount, usualRule } from '@/lib/reporting/round'
import { wilson } from '@/lib/reporting/wilson'

/**
 * Disclosure control, all of it. Counts of young people go in, what may be seen comes out, for every table of a release at once:
 * what one table hides another might give away.
 *
 * 1. A count below the limit is hidden, nobody included; any other is rounded to the nearest 5.
 * 2. Where a count is part of another (accepted of referred), what is left over is protected too: "all of them" and "all but two"
 *    are news about each of them. The part is hidden then.
 * 3. Another count is hidden only where a hidden one would keep fewer than three possible values, given the interval that each
 *    shown figure implies; then the smallest one that helps.
 * 4. Whatever else is published is computed from the counts as shown, in whole units.
 *
 * The attacker is assumed to know these rules, and of each hidden count whether it was small or hidden to protect another.
 */

/** How counts hang together. */
export type Link =
  /** every one of the whole is in exactly one part */
  | { kind: 'adds-up'; whole: string; parts: readonly string[] }
  /** someone may be in several parts: the whole is no smaller than the largest and no larger than the sum */
  | { kind: 'distinct-people'; whole: string; parts: readonly string[] }
  /** the part lies within the other; what is left over is protected too */
  | { kind: 'share'; part: string; of: string }
  /** the one is never above the other, as people are never more than their referrals; what is between them is no group of people */
  | { kind: 'at-most'; less: string; more: string }

export type Shown = { shown: number } | { hidden: Hidden }
/** 'small': fewer than the limit, or all but fewer. 'protects-another': so that nobody can work out one that is small. */
export type Hidden = 'small' | 'protects-another'

const fewestPossible = 3

export const protect = (
  counts: Readonly<Record<string, number>>,
  links: readonly Link[],
  rule: RoundingRule = usualRule,
): Map<string, Shown> => {
  checkRule(rule)
  const keys = Object.keys(counts)
  const place = new Map(keys.map((key, i) => [key, i]))
  const at = (key: string): number => {
    const found = place.get(key)
    if (found === undefined) throw new Error(`A link names "${key}", which is not among the counts.`)
    return found
  }

  const truth = keys.map((key) => counts[key]!)
  for (const count of truth)
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is not a count of people.`)
  const relations: Relation[] = []
  const leftOvers: { left: number; part: number }[] = []
  for (const link of links) {
    if (link.kind === 'share') {
      const [part, of] = [at(link.part), at(link.of)]
      const left = truth.push(truth[of]! - truth[part]!) - 1
      leftOvers.push({ left, part })
      relations.push({ plus: [part, left], minus: [of], holds: 'equal' })
    } else if (link.kind === 'at-most') {
      relations.push({ plus: [at(link.more)], minus: [at(link.less)], holds: 'at-least' })
    } else if (link.kind === 'adds-up') {
      relations.push({ plus: link.parts.map(at), minus: [at(link.whole)], holds: 'equal' })
    } else {
      const [whole, parts] = [at(link.whole), link.parts.map(at)]
      relations.push({ plus: parts, minus: [whole], holds: 'at-least' })
      for (const part of parts) relations.push({ plus: [whole], minus: [part], holds: 'at-least' })
    }
  }
  for (const relation of relations) checkTrue(relation, truth)

  const small = (i: number) => truth[i]! < rule.limit
  const hidden = new Map<number, Hidden>()
  for (let i = 0; i < keys.length; i++) if (small(i)) hidden.set(i, 'small')
  for (const { left, part } of leftOvers) if (small(left)) hidden.set(part, 'small')

  /** Hidden: on its own side of the limit. Shown: what the rounded figure implies. Left over: never shown. */
  const known = (i: number): Interval => {
    if (i < keys.length && !hidden.has(i)) return impliedBy(roundCount(truth[i]!, rule)!, rule)
    return small(i) ? { min: 0, max: rule.limit - 1 } : { min: rule.limit, max: truth[i]! * 3 + 50 }
  }
  const attacker = new Attacker(
    truth,
    truth.map((_, i) => known(i)),
    relations,
  )
  const hide = (i: number, why: Hidden) => {
    hidden.set(i, why)
    attacker.forget(i, known(i))
  }

  // Hiding more only ever widens what the others may be, so a count found safe stays safe.
  const unchecked = [...hidden.keys(), ...leftOvers.map(({ left }) => left).filter(small)]
  for (let i = unchecked.pop(); i !== undefined; i = unchecked.pop()) {
    while (!attacker.keeps(i, fewestPossible)) {
      const candidates = neighboursShown(i, relations, (j) => j < keys.length && !hidden.has(j)).sort(
        (a, b) => truth[a]! - truth[b]!,
      )
      if (candidates.length === 0) break // everything linked with it is hidden already: no figure is left to subtract
      const helps = candidates.find((j) => {
        const before = known(j)
        hide(j, 'protects-another')
        const safe = attacker.keeps(i, fewestPossible)
        hidden.delete(j)
        attacker.forget(j, before)
        return safe
      })
      const chosen = helps ?? candidates[0]!
      hide(chosen, 'protects-another')
      unchecked.push(chosen)
    }
  }

  return new Map(
    keys.map((key, i): [string, Shown] => {
      const why = hidden.get(i)
      return [key, why ? { hidden: why } : { shown: roundCount(truth[i]!, rule)! }]
    }),
  )
}

/** A link that does not hold would make the attacker look weaker than they are. */
const checkTrue = ({ plus, minus, holds }: Relation, truth: readonly number[]): void => {
  const sum = (places: readonly number[]) => places.reduce((total, i) => total + truth[i]!, 0)
  const difference = sum(plus) - sum(minus)
  if (holds === 'equal' ? difference !== 0 : difference < 0)
    throw new Error('The counts do not fit the links between them, so they cannot be protected together.')
  if ([...plus, ...minus].some((i) => truth[i]! < 0))
    throw new Error('A part is larger than what it is part of.')
}

/** The shown counts that bound a hidden one: those met first on every way out through counts that are not shown. */
const neighboursShown = (
  from: number,
  relations: readonly Relation[],
  isShown: (i: number) => boolean,
): number[] => {
  const seen = new Set([from])
  const queue = [from]
  const found: number[] = []
  for (const i of queue)
    for (const { plus, minus } of relations)
      if (plus.includes(i) || minus.includes(i))
        for (const other of [...plus, ...minus]) {
          if (seen.has(other)) continue
          seen.add(other)
          if (isShown(other)) found.push(other)
          else queue.push(other)
        }
  return found
}

/** One figure as it may be seen. Percent and limits are whole numbers, made from the counts as shown. */
export type Figure = {
  numerator: number | null
  denominator: number | null
  percent: number | null
  lower: number | null
  upper: number | null
  hidden: Hidden | null
}

/** @param denominator key of the count it is part of; without one the figure is a plain count */
export const figure = (
  shown: ReadonlyMap<string, Shown>,
  numerator: string,
  denominator?: string,
): Figure => {
  const top = shown.get(numerator)
  const bottom = denominator === undefined ? undefined : shown.get(denominator)
  if (!top || (denominator !== undefined && !bottom))
    throw new Error(`No protected count for "${numerator}".`)
  const upper = 'shown' in top ? top.shown : null
  const lower = bottom && 'shown' in bottom ? bottom.shown : null
  const hidden = 'hidden' in top ? top.hidden : bottom && 'hidden' in bottom ? bottom.hidden : null
  const none = { percent: null, lower: null, upper: null }
  const counts = { numerator: upper, denominator: lower, hidden }
  if (upper === null || lower === null) return { ...counts, ...none }
  const limits = wilson(upper, lower)
  if (limits === 'not-calculable') return { ...counts, ...none }
  const percent = (part: number) => Math.round(100 * part)
  return {
    ...counts,
    percent: percent(limits.value),
    lower: percent(limits.lower),
    upper: percent(limits.upper),
  }
}

export const hiddenInWords: Record<Hidden, string> = {
  small: 'Hidden to protect privacy',
  'protects-another': 'Hidden so that nobody can work out another number',
}

/** The note under a table, or '' when nothing in it is hidden. */
export const hiddenNote = (
  figures: readonly { hidden: string | null }[],
  rule: RoundingRule = usualRule,
): string => {
  const small = figures.some((one) => one.hidden === 'small')
  const others = figures.filter((one) => one.hidden === 'protects-another').length
  const sentences = [
    small &&
      `Some numbers are hidden because fewer than ${rule.limit} young people are in that group, or all but fewer than ${rule.limit}.`,
    others === 1 && 'One more is hidden so that nobody can work it out.',
    others > 1 && `${others} more are hidden so that nobody can work them out.`,
  ]
  return sentences.filter(Boolean).join(' ')
}

/** Said under every table. */
export const ruleInWords = (rule: RoundingRule = usualRule): string =>
  `Counts below ${rule.limit} are hidden and others are rounded to the nearest ${rule.roundTo}, so rows may not add up. Percentages are worked out from the rounded counts.`
