import { describe, expect, test } from 'vitest'
import {
  changesIn,
  emptySections,
  linesFrom,
  linesOf,
  type PlanKind,
  sameWords,
  sectionKeys,
  sectionsOf,
  sharedLines,
  textsFrom,
} from '@/lib/plans/plan'
import { namesByLine, recipientFrom, recipientKey, standingShares } from '@/lib/plans/sharing'

const kinds: PlanKind[] = ['wellbeing', 'safety']

describe('the lines of a plan', () => {
  test('are kept exactly as typed, rows without words left out', () => {
    const { keepsWell } = linesFrom('wellbeing', { keepsWell: '  a walk \r\n\r\n   \nMusic, LOUD' })
    expect(keepsWell?.map((line) => line.words)).toEqual(['  a walk ', 'Music, LOUD'])
  })

  test('keep their id while they keep their words, wherever they stand; another word is another line', () => {
    const first = linesFrom('wellbeing', { keepsWell: 'A walk\nMusic' })
    const second = linesFrom('wellbeing', { keepsWell: 'Music\nA walk\nA long walk' }, first)
    const [walk, music] = first.keepsWell!
    expect(second.keepsWell?.slice(0, 2).map((line) => line.id)).toEqual([music!.id, walk!.id])
    expect(linesOf(first).map((line) => line.id)).not.toContain(second.keepsWell?.[2]?.id)
  })

  test('that say the same twice are two lines with an id each', () => {
    const first = linesFrom('wellbeing', { helps: 'Wait\nWait' })
    expect(new Set(linesOf(first).map((line) => line.id)).size).toBe(2)
    const second = linesFrom('wellbeing', { helps: 'Wait\nWait' }, first)
    expect(second).toEqual(first)
  })

  test('read back as they were typed', () => {
    for (const kind of kinds) {
      const texts = Object.fromEntries(
        sectionsOf(kind).map(({ key }, i) => [key, i % 2 ? `${key}\nmore` : '']),
      )
      expect(textsFrom(kind, linesFrom(kind, texts))).toEqual(texts)
    }
  })

  test('are listed in the order of the parts, whatever order they were kept in', () => {
    const { helps, goodDay } = linesFrom('wellbeing', { helps: 'Wait', goodDay: 'Dog' })
    expect(linesOf({ helps, goodDay }).map((line) => line.words)).toEqual(['Dog', 'Wait'])
  })

  test('of another kind of plan are left out', () => {
    expect(linesFrom('safety', { keepsWell: 'A walk', byMyself: 'Cold water' })).toEqual({
      byMyself: [{ id: expect.any(String), words: 'Cold water' }],
    })
  })
})

describe('a plan', () => {
  test('may have any part empty, and says which without calling it a fault', () => {
    const plan = linesFrom('wellbeing', { goodDay: 'Up before ten' })
    expect(emptySections('wellbeing', plan)).toHaveLength(5)
    expect(emptySections('wellbeing', {})).toHaveLength(6)
  })

  test('is the same while its words are, whatever the ids', () => {
    const [one, other] = [1, 2].map(() => linesFrom('wellbeing', { goodDay: 'Up before ten' }))
    expect(sameWords('wellbeing', one!, other!)).toBe(true)
    expect(sameWords('wellbeing', one!, linesFrom('wellbeing', { goodDay: 'up before ten' }))).toBe(false)
  })

  test('has the six parts of a plan to stay well, and the seven of a safety plan, from oneself outwards', () => {
    expect(sectionsOf('wellbeing').map((one) => one.title)).toEqual([
      'What a good day looks like',
      'What keeps me well',
      'Signs I am having a hard time',
      'What helps, what does not',
      'People and places',
      'If it gets worse',
    ])
    // The parts domain.md names: warning signs, own coping, distraction, people, professionals and lines, surroundings, hopes.
    expect(sectionsOf('safety').map((one) => one.key)).toEqual([
      'warningSigns',
      'byMyself',
      'takesMindOff',
      'askForHelp',
      'services',
      'saferAround',
      'livingFor',
    ])
    expect(new Set(sectionKeys).size).toBe(13)
  })

  test('asks in short sentences, and never for a level, a score or a colour', () => {
    const words = kinds.flatMap(sectionsOf).flatMap(({ title, ask }) => [title, ...ask.split(/(?<=[.?])\s/)])
    for (const sentence of words) {
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20)
      expect(sentence).not.toMatch(/risk|level|severity|score|\bhigh\b|\blow\b|disorder|patient|should|!/i)
    }
  })
})

describe('a suggested change', () => {
  test('says for each part what it leaves out and adds, and when lines only change places', () => {
    const now = linesFrom('wellbeing', {
      keepsWell: 'A walk\nMusic',
      helps: 'Wait\nSit down',
      goodDay: 'Dog',
    })
    const next = linesFrom(
      'wellbeing',
      { keepsWell: 'A walk\nA bath', helps: 'Sit down\nWait', goodDay: 'Dog' },
      now,
    )
    expect(changesIn('wellbeing', now, next).map(({ section, ...change }) => [section.key, change])).toEqual([
      ['keepsWell', { gone: ['Music'], added: ['A bath'], moved: false }],
      ['helps', { gone: [], added: [], moved: true }],
    ])
  })
})

describe('sharing', () => {
  test('somebody’s copy holds the lines shared with them and no other', () => {
    const plan = linesFrom('wellbeing', { keepsWell: 'A walk\nMusic', goodDay: 'Dog' })
    expect(sharedLines(plan, new Set([plan.keepsWell![0]!.id]))).toEqual({ keepsWell: [plan.keepsWell![0]] })
    expect(sharedLines(plan, new Set())).toEqual({})
  })

  test('a share of a line that was written differently since shows nothing; the others come with their words', () => {
    const plan = linesFrom('wellbeing', { keepsWell: 'A walk\nMusic' })
    const [walk] = plan.keepsWell!
    const shares = [
      { lineId: walk!.id, name: 'Kerry' },
      { lineId: '01a20321-cf2e-726c-afd4-125cf26773e1', name: 'Kerry' },
      { lineId: walk!.id, name: 'Aunt May' },
    ]
    expect(standingShares(plan, shares).map(({ name, words }) => [name, words])).toEqual([
      ['Kerry', 'A walk'],
      ['Aunt May', 'A walk'],
    ])
    expect(namesByLine(shares).get(walk!.id)).toEqual(['Kerry', 'Aunt May'])
  })

  test('a recipient is one of four kinds and an id; anything else is nobody', () => {
    const one = { kind: 'team' as const, id: '01a20321-cf2e-726c-afd4-125cf26773e1' }
    expect(recipientFrom(recipientKey(one))).toEqual(one)
    for (const text of [
      '',
      'team:',
      'everyone:01a20321-cf2e-726c-afd4-125cf26773e1',
      'team:x',
      null,
      ['a'],
      7,
    ])
      expect(recipientFrom(text)).toBeUndefined()
  })
})
