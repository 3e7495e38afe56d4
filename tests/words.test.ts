import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nationalLines } from '@/lib/help/lines'
import { basisForThem, itemForThem } from '@/lib/people/allowances'
import { saidIn } from './words/in-source'
import { gradeOf, readingAgeOf, syllablesIn, wrongIn } from './words/readability'

const root = join(import.meta.dirname, '..')

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesUnder(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  )

/** Everything written for young people, parents and carers. */
const written = [
  ...filesUnder('app/me'),
  ...filesUnder('app/family'),
  ...filesUnder('app/get-help-now'),
  ...filesUnder('lib/own-pages'),
  // What an act answers is read on the page too.
  ...filesUnder('db/me'),
  'lib/plans/wellbeing.ts',
  'lib/plans/safety.ts',
  'app/_ui/plan/changes.tsx',
  'app/_ui/plan/plan-text.tsx',
]

describe('rule 90: words for young people', () => {
  test.each(written)('%s is plain to read at 9 to 11', (file) => {
    expect(wrongIn(saidIn(readFileSync(join(root, file), 'utf8')).join('\n'))).toEqual([])
  })

  test('and so is what the lists of words say', () => {
    expect(wrongIn(Object.values(itemForThem).join('.\n'))).toEqual([])
    expect(wrongIn(Object.values(basisForThem).join('\n'))).toEqual([])
    expect(wrongIn(nationalLines.map((line) => `${line.hours}. ${line.words}`).join('\n'))).toEqual([])
  })

  test('something was found to read in every page that has words', () => {
    const pages = written.filter(
      (file) => file.endsWith('page.tsx') && !/plan\/(page|change|sharing)|safety-plan/.test(file),
    )
    expect(pages.length).toBeGreaterThan(10)
    for (const file of pages)
      expect([file, saidIn(readFileSync(join(root, file), 'utf8')).length > 1]).toEqual([file, true])
  })
})

describe('the measure itself', () => {
  // Worked examples of the Flesch tests in the encyclopaedia: 6 words of 6 syllables; 13 words of 24.
  test('gives the published grade of published examples', () => {
    expect(gradeOf('The cat sat on the mat.')).toBeCloseTo(-1.45, 2)
    expect(
      gradeOf('The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.'),
    ).toBeCloseTo(11.3, 0)
  })

  test.each([
    ['goal', 1],
    ['people', 2],
    ['worker', 2],
    ['plan', 1],
    ['close', 1],
    ['meeting', 2],
    ['together', 3],
  ])('%s has %i syllables', (word, count) => {
    expect(syllablesIn(word)).toBe(count)
  })

  test.each([
    ['Your clinician considers you high risk.', 'levels of risk'],
    ['You were non-compliant.', 'non-compliant'],
    ['DNA on Tuesday.', 'DNA'],
    ['You are in tier 3.', 'tier'],
    ['Well done.', 'praise'],
    ['You should try harder.', 'should'],
  ])('“%s” is refused', (text, why) => {
    expect(wrongIn(text).join()).toContain(why)
  })

  test('a hard passage is refused for its reading age, and a long sentence for its length', () => {
    const hard =
      'Multidisciplinary professionals collaboratively formulate individualised therapeutic recommendations. Subsequent evaluation of psychological functioning necessitates standardised questionnaires. Confidentiality obligations nevertheless occasionally require proportionate information disclosure to safeguarding organisations and other statutory authorities nearby today.'
    expect(readingAgeOf(hard)).toBeGreaterThan(16)
    expect(wrongIn(hard).join()).toContain('reading age')
    expect(wrongIn(`${'one two three four five '.repeat(4)}six.`).join()).toContain('21 words')
  })
})
