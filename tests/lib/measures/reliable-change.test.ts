import { expect, test } from 'vitest'
import {
  cutoff,
  differenceSd,
  reliableIndex,
  reliableThreshold,
  significance,
} from '@/lib/measures/reliable-change'
import { readCsv, realData } from '../real-data'

test('a change is reliable when it is more than 1.96 times the spread of differences', () => {
  const at = { better: 'lower', cutoff: 15, sdBefore: 5, reliability: 0.8 } as const
  expect(reliableThreshold(5, 0.8)).toBeCloseTo(6.198, 3)
  expect(significance(25, 19, at)).toBe('unchanged')
  expect(significance(25, 18, at)).toBe('improved')
  expect(significance(20, 13, at)).toBe('recovered')
  expect(significance(18, 25, at)).toBe('deteriorated')
  expect(significance(13, 20, at)).toBe('harmed')
})

realData('the expected results of 125 people', () => {
  const cases = new Map(readCsv('oracles/reliable_change/cases.csv').map((row) => [row.case_id!, row]))
  const near = (found: number, expected: string | undefined) =>
    expect(Math.abs(found - Number(expected))).toBeLessThan(1e-6)

  test('the spread of differences, the threshold and the cut-off of each set', () => {
    for (const row of cases.values()) {
      near(differenceSd(Number(row.sd_pre), Number(row.reliability)), row.sd_difference)
      near(
        reliableThreshold(Number(row.sd_pre), Number(row.reliability)),
        row['reliable_change_threshold_1.96'],
      )
      near(
        cutoff(row.cutoff_type as 'a' | 'b' | 'c', row.better_is as 'higher' | 'lower', {
          meanBefore: Number(row.mean_pre),
          sdBefore: Number(row.sd_pre),
          meanFunctional: Number(row.m_functional),
          sdFunctional: Number(row.sd_functional),
        }),
        row.cutoff,
      )
    }
    expect(cases.size).toBeGreaterThan(3)
  })

  test('the index and the kind of change of each person', () => {
    const people = readCsv('oracles/reliable_change/people_expected.csv')
    expect(people.length).toBeGreaterThan(100)
    for (const person of people) {
      const set = cases.get(person.case_id!)!
      const [before, after] = [Number(person.pre), Number(person.post)]
      const [sdBefore, reliability] = [Number(set.sd_pre), Number(set.reliability)]
      near(reliableIndex(before, after, sdBefore, reliability), person.rci)
      const better = set.better_is as 'higher' | 'lower'
      expect([
        person.case_id,
        person.person,
        significance(before, after, { better, cutoff: Number(set.cutoff), sdBefore, reliability }),
      ]).toEqual([person.case_id, person.person, person.category!.toLowerCase()])
    }
  })

  test('the couples of Jacobson 1989: the index of each, and whether it is a change', () => {
    const before = new Map<string, number>()
    for (const row of readCsv('oracles/reliable_change/jacobson_1989_input.csv'))
      if (row.time === 'pre') before.set(row.subject!, Number(row.gds))
    const couples = readCsv('oracles/reliable_change/jacobson_1989_gds_expected.csv')
    const scores = couples.map(({ id }) => before.get(id!)!)
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    const sdBefore = Math.sqrt(
      scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1),
    )
    for (const couple of couples) {
      const [pre, post] = [Number(couple.pre), Number(couple.post)]
      near(reliableIndex(pre, post, sdBefore, 0.88), couple.rci)
      // Where the cut-off was is not in the file, so only the change is compared.
      const kind = significance(pre, post, { better: 'lower', cutoff: -1, sdBefore, reliability: 0.88 })
      expect(kind).toBe(couple.category === 'Recovered' ? 'improved' : couple.category!.toLowerCase())
    }
    expect(couples.length).toBe(26)
  })
})
