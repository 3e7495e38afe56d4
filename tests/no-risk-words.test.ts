import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/*
 * Rule 9 (NICE NG225; NHS England, Staying safe from suicide): nobody is sorted into levels of risk, and nothing is made into
 * one number about a person. Not in a table, not on a page, not in an export, not in the name of a style.
 */
const never: readonly RegExp[] = [
  // Levels of risk, however they are joined: "high risk", high_risk, highRisk, risk-level, riskScore, RiskBand.
  /(?<![a-z])(?:very[ _-]?)?(?:high|higher|medium|moderate|low|lower|elevated)(?:est)?[ _-]?risk/i,
  /(?<![a-z])risk[ _-]?(?:level|score|rating|band|categor|tier|matrix|flag|status|stratif|grade|colou?r|index|register)/i,
  /(?<![a-z])at[ _-]risk[ _-]score/i,
  // Severity as a number or a grade.
  /(?<![a-z])severity[ _-]?(?:score|level|rating|band|index|grade|tier)/i,
  // One number out of many.
  /(?<![a-z])composite/i,
  /(?<![a-z])(?:total|overall|combined|global|aggregate)[ _-]?(?:wellbeing|well-being|mental[ _-]health|need|needs|outcome|outcomes)[ _-]?(?:score|index|rating)?(?![a-z])/i,
  /(?<![a-z])(?:wellbeing|well-being|distress|need|needs|complexity|vulnerability)[ _-]?(?:score|index|rating|level)/i,
  /(?<![a-z])(?:overall|combined|aggregate)[ _-]?score/i,
  // Colours on a person.
  /(?<![a-z])rag[ _-](?:rating|status)/i,
]

/** What such words stand in without being about a person. Each with its reason. */
const allowed: readonly string[] = [
  // The official name of a grouping: a kind of help and no level.
  'Getting Risk Support',
  'getting-risk-support',
]

/** Comments give reasons, and a reason may name what is refused. What is built has no comments. */
const withoutComments = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')
    .replace(/(^|\s)--(?!>|fp-|[a-z]+-).*$/gm, '$1')

const wordsIn = (text: string): string[] => {
  const said = allowed.reduce((left, name) => left.replaceAll(name, ''), withoutComments(text))
  // seeRiskLevels is three words.
  const plain = said.replace(/([a-z])([A-Z])/g, '$1 $2')
  return never.flatMap((word) => plain.match(word)?.[0] ?? [])
}

const root = join(import.meta.dirname, '..')
const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesUnder(path)
    return /\.(?:tsx?|mjs|sql|scss)$/.test(entry.name) ? [path] : []
  })

const places = {
  'tables and what is kept in them': [...filesUnder('db/schema'), ...filesUnder('db/migrations')],
  'acts, reads, exports and imports': filesUnder('db').filter(
    (file) => !/^db\/(schema|migrations)\//.test(file),
  ),
  'rules, words, policy and headings of downloads': filesUnder('lib'),
  'screens and their styles': filesUnder('app'),
  commands: filesUnder('bin'),
}

describe('rule 9: no level of risk and no one number about a person', () => {
  test.each(Object.entries(places))('in %s', (_, files) => {
    expect(files.length).toBeGreaterThan(5)
    expect(
      files.flatMap((file) =>
        wordsIn(readFileSync(join(root, file), 'utf8')).map((word) => `${file}: ${word}`),
      ),
    ).toEqual([])
  })

  test.each([
    "riskLevel: text('risk_level').notNull()",
    '"risk_score" smallint',
    "export const labels = { high: 'High risk' }",
    'create index people_low_risk on people (id)',
    '<Tag>Medium risk</Tag>',
    '.fp-high-risk { color: red; }',
    "seeRiskLevels: { roles: workers, on: 'record' }",
    "const headings = ['person', 'severity score', 'goals']",
    'severityLevel: integer()',
    "'Composite of all measures'",
    "title: 'Total wellbeing score'",
    "label: 'Overall score'",
    'const wellbeingScore = sum(scores)',
    "name: 'RAG rating'",
    'risk-register.csv',
  ])('%s would be found', (planted) => {
    expect(wordsIn(planted)).not.toEqual([])
  })

  test.each([
    "'getting-risk-support': 'Getting Risk Support'",
    "fullName: 'Children’s Global Assessment Scale'",
    "name: 'Total difficulties'",
    "'3': 'Severe'",
    '// There is no risk level here, and there never will be.',
  ])('%s is let through', (fine) => {
    expect(wordsIn(fine)).toEqual([])
  })
})
