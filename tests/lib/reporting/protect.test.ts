import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figure, hiddenNote, type Link, protect, type Shown } from '@/lib/reporting/protect'
import { readText, realData } from '../real-data'
import { addUp, attack, type Sums } from './attack'

const shownIn = (published: ReadonlyMap<string, Shown>) =>
  Object.fromEntries([...published].map(([key, cell]) => [key, 'shown' in cell ? cell.shown : '*']))

describe('what may be seen', () => {
  test('rule 54: 3 of 40 has no percentage; 17 of 42 is shown as 15 of 40, 38 %', () => {
    const counts = { few: 3, of: 40, part: 17, whole: 42 }
    const links: Link[] = [
      { kind: 'share', part: 'few', of: 'of' },
      { kind: 'share', part: 'part', of: 'whole' },
    ]
    const published = protect(counts, links)
    expect(figure(published, 'few', 'of')).toEqual({
      numerator: null,
      denominator: 40,
      percent: null,
      lower: null,
      upper: null,
      hidden: 'small',
    })
    // 15 of 40: 37.5 %, Wilson 24.2 % to 53.0 %.
    expect(figure(published, 'part', 'whole')).toEqual({
      numerator: 15,
      denominator: 40,
      percent: 38,
      lower: 24,
      upper: 53,
      hidden: null,
    })
  })

  test('0 % and 100 %, and nearly so, are hidden: they are news about everybody in the group', () => {
    for (const part of [0, 4, 37, 40]) {
      const published = protect({ part, whole: 40 }, [{ kind: 'share', part: 'part', of: 'whole' }])
      expect(shownIn(published)).toEqual({ part: '*', whole: 40 })
    }
    expect(shownIn(protect({ part: 35, whole: 40 }, [{ kind: 'share', part: 'part', of: 'whole' }]))).toEqual(
      { part: 35, whole: 40 },
    )
  })

  test('rule 55: rounded figures hide 12 + 3 + 30 = 45 well enough; no second cell is lost for nothing', () => {
    const published = protect({ a: 12, b: 3, c: 30, all: 45 }, [
      { kind: 'adds-up', whole: 'all', parts: ['a', 'b', 'c'] },
    ])
    expect(shownIn(published)).toEqual({ a: 10, b: '*', c: 30, all: 45 })
  })

  test('rule 55: a second cell is hidden where two tables together leave fewer than three possible values', () => {
    // By row, 10 (8 to 12) less 5 (5 to 7) leaves 1 to 4. By column, 5 (5 to 7) less 5 (5 to 7) leaves 0 to 2. Both: 1 or 2.
    // Hiding the 5 below would not help: whoever knows that it is at least 5 still finds 0 to 2. Hiding the 7 beside it does.
    const published = protect({ few: 2, right: 7, below: 5, row: 9, column: 7 }, [
      { kind: 'adds-up', whole: 'row', parts: ['few', 'right'] },
      { kind: 'adds-up', whole: 'column', parts: ['few', 'below'] },
    ])
    expect([...published.values()].filter((cell) => 'hidden' in cell)).toHaveLength(2)
    expect(published.get('few')).toEqual({ hidden: 'small' })
    expect(published.get('right')).toEqual({ hidden: 'protects-another' })
  })

  test('rule 56: "all ages" and "16 to 17" are not both shown where fewer than five are left between them', () => {
    const published = protect({ all: 33, older: 30 }, [{ kind: 'share', part: 'older', of: 'all' }])
    expect(shownIn(published)).toEqual({ all: 35, older: '*' })
  })

  test('distinct people do not add up, and are still linked', () => {
    const counts = { first: 20, second: 18, both: 22 }
    const links: Link[] = [{ kind: 'distinct-people', whole: 'both', parts: ['first', 'second'] }]
    expect(shownIn(protect(counts, links))).toEqual({ first: 20, second: 20, both: 20 })
  })

  test('counts that do not fit their links are refused, never protected as if they did', () => {
    expect(() => protect({ a: 10, all: 11 }, [{ kind: 'adds-up', whole: 'all', parts: ['a'] }])).toThrow()
    expect(() => protect({ part: 11, of: 10 }, [{ kind: 'share', part: 'part', of: 'of' }])).toThrow()
    expect(() => protect({ a: 1 }, [{ kind: 'adds-up', whole: 'all', parts: ['a'] }])).toThrow(/all/)
    expect(() => protect({ a: 4.5 }, [])).toThrow()
  })

  test('the note says how many are hidden, and why', () => {
    expect(hiddenNote([{ hidden: null }])).toBe('')
    expect(hiddenNote([{ hidden: 'small' }, { hidden: 'protects-another' }])).toBe(
      'Some numbers are hidden because fewer than 5 young people are in that group, or all but fewer than 5. One more is hidden so that nobody can work it out.',
    )
  })
})

/**
 * Every pair (part, of) that fits what is published for one group. Written out apart from the product: shown figures imply their
 * rounding interval, and a shown part leaves at least five over.
 */
const pairsThatFit = (part: Shown, of: Shown): [number, number][] => {
  const fits = (cell: Shown, n: number) =>
    !('shown' in cell) || (n >= 5 && 5 * Math.round(n / 5) === cell.shown)
  const pairs: [number, number][] = []
  for (let d = 0; d <= 16; d++)
    for (let n = 0; n <= d; n++) {
      if (!fits(part, n) || !fits(of, d)) continue
      if ('shown' in part && d - n < 5) continue
      if ('hidden' in part && part.hidden === 'small' && n >= 5 && d - n >= 5) continue
      if ('hidden' in part && part.hidden !== 'small' && (n < 5 || d - n < 5)) continue
      if ('hidden' in of && of.hidden === 'small' ? d >= 5 : d < 5) continue
      pairs.push([n, d])
    }
  return pairs
}

describe('an attacker by brute force', () => {
  test('never narrows a hidden number of a small population to fewer than three', () => {
    const group = fc
      .integer({ min: 0, max: 11 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
    fc.assert(
      fc.property(fc.tuple(group, group, group), (groups) => {
        const counts: Record<string, number> = { N: 0, D: 0 }
        const links: Link[] = [
          { kind: 'share', part: 'N', of: 'D' },
          { kind: 'adds-up', whole: 'N', parts: ['n0', 'n1', 'n2'] },
          { kind: 'adds-up', whole: 'D', parts: ['d0', 'd1', 'd2'] },
        ]
        groups.forEach(([n, d], i) => {
          counts[`n${i}`] = n
          counts[`d${i}`] = d
          counts.N! += n
          counts.D! += d
          links.push({ kind: 'share', part: `n${i}`, of: `d${i}` })
        })
        const published = protect(counts, links)
        const cell = (key: string) => published.get(key)!
        const total = new Set(
          // totals go further than one group: every pair is tried against the published total
          Array.from({ length: 49 }, (_, d) => Array.from({ length: d + 1 }, (_, n) => [n, d] as const))
            .flat()
            .filter(([n, d]) => {
              const [N, D] = [cell('N'), cell('D')]
              const fits = (c: Shown, x: number) =>
                'shown' in c ? x >= 5 && 5 * Math.round(x / 5) === c.shown : true
              if (!fits(N, n) || !fits(D, d)) return false
              if ('shown' in N) return d - n >= 5
              if (N.hidden === 'small' ? n >= 5 && d - n >= 5 : n < 5 || d - n < 5) return false
              return 'shown' in D || (D.hidden === 'small' ? d < 5 : d >= 5)
            })
            .map(([n, d]) => n * 100 + d),
        )
        const possible = groups.map((_, i) => pairsThatFit(cell(`n${i}`), cell(`d${i}`)))
        const values = new Map<string, Set<number>>()
        for (const [key, c] of published) if ('hidden' in c) values.set(key, new Set())
        // What is left over is never shown; where it is small it must stay as uncertain as any hidden number.
        groups.forEach(([n, d], i) => {
          if (d - n < 5) values.set(`left${i}`, new Set())
        })
        const open = () => [...values.values()].some((set) => set.size < 3)
        search: for (const [n0, d0] of possible[0]!)
          for (const [n1, d1] of possible[1]!)
            for (const [n2, d2] of possible[2]!) {
              const [n, d] = [n0 + n1 + n2, d0 + d1 + d2]
              if (!total.has(n * 100 + d)) continue
              const one: Record<string, number> = {
                n0,
                n1,
                n2,
                d0,
                d1,
                d2,
                N: n,
                D: d,
                left0: d0 - n0,
                left1: d1 - n1,
                left2: d2 - n2,
              }
              for (const [key, set] of values) set.add(one[key]!)
              if (!open()) break search
            }
        expect([...values].filter(([, set]) => set.size < 3).map(([key]) => key)).toEqual([])
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  test('nor in a two-way table with halves and totals', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(cells, fc.constantFrom(5, 7, 10), (values, limit) => {
        const name = (row: number, column: number) => `r${row}c${column}`
        const leaves = Object.fromEntries(values.map((n, i) => [name(Math.floor(i / 4), i % 4), n]))
        const keys = Object.keys(leaves)
        const row = (r: number) => keys.filter((key) => key.startsWith(`r${r}`))
        const column = (...columns: number[]) =>
          keys.filter((key) => columns.some((c) => key.endsWith(`c${c}`)))
        const sums: Sums = [
          ['r0', row(0)],
          ['r1', row(1)],
          ...[0, 1, 2, 3].map((c) => [`c${c}`, column(c)] as const),
          ['h0', column(0, 1)],
          ['h1', column(2, 3)],
          ['all', keys],
        ]
        const published = protect(
          addUp(leaves, sums),
          [
            ...sums.slice(0, 6).map(([whole, parts]): Link => ({ kind: 'adds-up', whole, parts })),
            { kind: 'adds-up', whole: 'h0', parts: ['c0', 'c1'] },
            { kind: 'adds-up', whole: 'h1', parts: ['c2', 'c3'] },
            { kind: 'adds-up', whole: 'all', parts: ['h0', 'h1'] },
            { kind: 'adds-up', whole: 'all', parts: ['r0', 'r1'] },
          ],
          { limit, roundTo: 5 },
        )
        expect(narrowed(attack(keys, sums, published, { limit }))).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

const narrowed = (found: ReadonlyMap<string, number[]>) =>
  [...found].filter(([, values]) => values.length < 3)

realData('tables with known leaks', () => {
  type TwoWay = { case_id: string; counts: number[][]; primary_suppressed: string[] }
  const twoWay = () => JSON.parse(readText('oracles/suppression/two_way_tables.json')) as TwoWay[]

  test('no hidden cell of the twelve two-way tables can be narrowed to fewer than three, and every primary one is hidden', () => {
    const cases = twoWay()
    expect(cases).toHaveLength(12)
    for (const { case_id, counts, primary_suppressed } of cases) {
      const [rows, columns] = [counts.map((_, r) => `r${r + 1}`), counts[0]!.map((_, c) => `c${c + 1}`)]
      const leaves = Object.fromEntries(
        rows.flatMap((r, i) => columns.map((c, j) => [`${r}|${c}`, counts[i]![j]!])),
      )
      const sums: Sums = [
        ...rows.map((r) => [`${r}|T`, columns.map((c) => `${r}|${c}`)] as const),
        ...columns.map((c) => [`T|${c}`, rows.map((r) => `${r}|${c}`)] as const),
        ['T|T', Object.keys(leaves)],
      ]
      const published = protect(addUp(leaves, sums), [
        ...sums.slice(0, -1).map(([whole, parts]): Link => ({ kind: 'adds-up', whole, parts })),
        { kind: 'adds-up', whole: 'T|T', parts: rows.map((r) => `${r}|T`) },
        { kind: 'adds-up', whole: 'T|T', parts: columns.map((c) => `T|${c}`) },
      ])
      for (const key of primary_suppressed)
        expect([case_id, key, published.get(key)]).toEqual([case_id, key, { hidden: 'small' }])
      expect([case_id, narrowed(attack(Object.keys(leaves), sums, published))]).toEqual([case_id, []])
    }
  }, 60_000)

  /** Publishes the tables and returns what the attacker finds for the count that the naive publication gave away. */
  const afterwards = (leaves: Record<string, number>, sums: Sums, givenAway: string) => {
    const links = sums.map(([whole, parts]): Link => ({ kind: 'adds-up', whole, parts }))
    const published = protect(addUp(leaves, sums), links)
    expect(published.get(givenAway)).toEqual({ hidden: 'small' })
    return attack(Object.keys(leaves), sums, published).get(givenAway)!.length
  }

  test('tenths and fifths of one measure', () => {
    const tenths = [23, 3, 14, 18, 9, 11, 16, 8, 12, 7]
    const leaves = Object.fromEntries(tenths.map((n, i) => [`tenth ${i + 1}`, n]))
    const sums = [1, 2, 3, 4, 5].map((i) => [`fifth ${i}`, [`tenth ${2 * i - 1}`, `tenth ${2 * i}`]] as const)
    expect(afterwards(leaves, sums, 'tenth 2')).toBe(3)
  })
  test('months and the year to date', () => {
    const leaves = { 'month 1 A': 12, 'month 1 B': 9, 'month 2 A': 7, 'month 2 B': 2 }
    const sums: Sums = [
      ['year A', ['month 1 A', 'month 2 A']],
      ['year B', ['month 1 B', 'month 2 B']],
    ]
    expect(afterwards(leaves, sums, 'month 2 B')).toBe(3)
  })
  test('two breakdowns that share a total', () => {
    const leaves = { F: 38, M: 20, other: 3, White: 44, Asian: 9, Black: 8 }
    const sums: Sums = [
      ['total', ['F', 'M', 'other']],
      ['total', ['White', 'Asian', 'Black']],
    ]
    expect(afterwards(leaves, sums, 'other')).toBe(3)
  })
  test('parts of a total that no page shows exactly', () => {
    expect(afterwards({ a: 12, b: 8, c: 3 }, [['total', ['a', 'b', 'c']]], 'c')).toBe(3)
  })
  test('a percentage gives nothing back where the count is hidden', () => {
    const published = protect({ part: 3, of: 40 }, [{ kind: 'share', part: 'part', of: 'of' }])
    expect(figure(published, 'part', 'of')).toMatchObject({
      numerator: null,
      percent: null,
      lower: null,
      upper: null,
    })
  })
})
