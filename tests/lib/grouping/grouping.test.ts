import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { typedDecision } from '@/lib/grouping/decision-form'
import { groupingInWords, groupingNames, groupings, sharedDecision } from '@/lib/grouping/grouping'

const decision = (changes: Record<string, unknown> = {}) => ({
  grouping: 'getting-advice',
  decidedOn: '2027-03-04',
  needNow: 'Someone to talk to about sleep',
  considered: ['Getting Help', 'Getting Advice and Signposting'],
  tookPart: [{ kind: 'young-person', name: 'Sam' }],
  youngPersonsView: 'I want to sort it myself',
  plan: 'Sleep diary',
  everyonesPart: 'Sam writes, Amira rings in two weeks',
  reviewOn: '2027-03-18',
  ...changes,
})
/** The first sentence of each field that is wrong: what the form shows. */
const sentences = (changes: Record<string, unknown>) =>
  Object.fromEntries(
    (sharedDecision.safeParse(decision(changes)).error?.issues ?? [])
      .map((issue) => [issue.path.join('.'), issue.message])
      .reverse(),
  )

describe('a shared decision', () => {
  test('rule 1: an episode without a decision is shown under no grouping', () => {
    expect(groupingInWords(null)).toBe('Not yet agreed')
    expect(Object.values(groupingNames)).not.toContain(groupingInWords(undefined))
  })

  test('rule 2: it needs the young person’s view, or the reason it is missing', () => {
    expect(sentences({ youngPersonsView: ' ' })).toEqual({
      youngPersonsView: 'Write the young person’s view, or choose why it is missing.',
    })
    expect(sentences({ youngPersonsView: '', viewMissingBecause: 'too-hard-today' })).toEqual({})
  })

  test('rule 3: Getting Advice is accepted for somebody who chose to manage it themselves, whatever their scores', () => {
    expect(sentences({})).toEqual({})
    expect(sharedDecision.safeParse(decision({ score: 30 })).success).toBe(false)
  })

  test('rule 4: any grouping may follow any other, because a decision does not know the one before it', () => {
    const help = { goodOutcome: 'Back at school', outcomeBy: '2027-09-01', ifNotReached: 'We meet again' }
    for (const grouping of groupings)
      expect(sentences({ grouping, ...help, leadAgency: 'Social care' })).toEqual({})
  })

  test.each(['getting-help', 'getting-more-help'])(
    'rule 6: %s without a hoped-for outcome, a date and what happens if not is only a draft',
    (grouping) => {
      expect(Object.keys(sentences({ grouping })).sort()).toEqual([
        'goodOutcome',
        'ifNotReached',
        'outcomeBy',
      ])
      expect(typedDecision.safeParse({ grouping, needNow: 'Not finished' }).success).toBe(true)
    },
  )

  test('rule 7: Getting Risk Support cannot be confirmed without somebody who leads', () => {
    expect(Object.keys(sentences({ grouping: 'getting-risk-support' }))).toEqual(['leadAgency'])
  })

  test('the groupings have exactly these names', () => {
    expect(groupings.map((g) => groupingNames[g])).toEqual([
      'Thriving',
      'Getting Advice and Signposting',
      'Getting Help',
      'Getting More Help',
      'Getting Risk Support',
    ])
  })

  test('the review comes after the decision', () => {
    expect(sentences({ reviewOn: '2027-03-04' })).toHaveProperty('reviewOn')
    expect(sentences({ reviewOn: '2027-02-30' })).toEqual({
      reviewOn: 'Enter the day to look at it again, such as 4 March 2027.',
    })
  })
})

describe('the words of the source', () => {
  const root = join(import.meta.dirname, '../../..')
  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? files(path) : /\.(tsx?|mjs|sql|css)$/.test(name) ? [path] : []
    })

  test('rule 9: no field, label or column speaks of a level of risk', () => {
    const level = /risk[_ -]?(level|score|rating|band)|(high|medium|low)[_ -]?risk/i
    const found = ['lib', 'db', 'app', 'bin']
      .flatMap((folder) => files(join(root, folder)))
      .filter((path) => level.test(readFileSync(path, 'utf8')))
    expect(found).toEqual([])
  })
})
