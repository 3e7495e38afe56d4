import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readMeasures } from '@/db/measures/reads'
import { recordCurrentView } from '@/db/measures/record-current-view'
import { withdrawCurrentView } from '@/db/measures/withdraw-current-view'
import { newId } from '@/lib/id'
import { answers, contexts, education, factors, problemCodes, problems } from '@/lib/measures/current-view'
import { Partnership } from '../../build/partnership'
import { isSnomedCode } from '../../build/snomed'
import { sql } from '../../build/sql'

const answersTo = (part: string, labels: Record<string, string>, answer: string) =>
  Object.fromEntries(Object.keys(labels).map((key) => [`${part}-${key}`, answer]))

const filledIn = (personId: string, completedOn: string, lowMood: string) => ({
  personId,
  completedOn,
  reason: 'first-contact',
  ...answersTo('problem', problems, '0'),
  ...answersTo('factor', factors, 'no'),
  ...answersTo('context', contexts, '1'),
  ...answersTo('education', education, 'not-known'),
  'problem-low-mood': lowMood,
})

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const amira = await p.worker('clinician', ours)
  const sam = await p.episode(ours, { worker: amira })
  const page = async () => {
    const answer = await readMeasures(amira.token, { personId: sam.personId })
    if (!answer.ok) throw new Error(answer.failure.kind)
    return answer.value
  }
  return { amira, sam, page }
}

test('rule 12: "not known" is kept as nothing known, never as 0', async () => {
  const { amira, sam } = await stage()
  const saved = await recordCurrentView(
    amira.token,
    filledIn(sam.personId, '2026-03-04', 'not-known') as never,
    newId(),
  )
  expect(saved).toMatchObject({ ok: true })
  const [view] = await sql<{ problems: Record<string, number | null>; education: object }>(
    'select problems, education from current_views where person_id = $1',
    [sam.personId],
  )
  expect(view!.problems['low-mood']).toBeNull()
  expect(view!.problems['self-harm']).toBe(0)
  expect(Object.keys(view!.problems)).toHaveLength(30)
  expect(view!.education).toEqual({ attendance: null, attainment: null })
})

test('rule 11: two of them stand beside each other, with no change, no sum and no picture', async () => {
  const { amira, sam, page } = await stage()
  await recordCurrentView(amira.token, filledIn(sam.personId, '2026-03-04', '3') as never, newId())
  await recordCurrentView(amira.token, filledIn(sam.personId, '2026-06-04', '0') as never, newId())
  const { views, lines, national } = await page()
  expect(views.map(({ on, problems }) => [on, problems['low-mood']])).toEqual([
    ['2026-06-04', 0],
    ['2026-03-04', 3],
  ])
  expect(lines).toEqual([])
  expect(national.lines).toEqual([])
  expect(JSON.stringify(views)).not.toMatch(/change|total|sum|reliable/i)
})

test('rule 11: no file that works out or draws a change knows of Current View', () => {
  const root = join(import.meta.dirname, '../../..')
  const all = ['lib/measures', 'app/_ui/charts', 'lib/reporting'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((file) => join(folder, file)),
  )
  const works = all.filter((file) => file.endsWith('.ts') || file.endsWith('.tsx'))
  const knowing = works.filter((file) => /current-?view/i.test(readFileSync(join(root, file), 'utf8')))
  expect(knowing).toEqual(['lib/measures/current-view.ts'])
  const own = readFileSync(join(root, knowing[0]!), 'utf8')
  // It has nothing to compare with, and nothing to add up with.
  expect(own).not.toMatch(/movement|paired-outcomes|reliable-change|\.reduce\(| - |\+ /)
})

test('the thirty problem descriptions have thirty codes that pass their check digit', () => {
  expect(Object.keys(problems)).toHaveLength(30)
  expect(problemCodes.filter(isSnomedCode)).toHaveLength(30)
  expect(Object.values(answers)).toEqual(
    expect.arrayContaining(['None', 'Mild', 'Moderate', 'Severe', 'Not known']),
  )
})

test('a line left out, an answer not on the form and a day to come are met with words, and nothing is kept', async () => {
  const { amira, sam } = await stage()
  const { 'problem-panics': _, ...without } = filledIn(sam.personId, '2026-03-04', '1') as Record<
    string,
    string
  >
  expect(await recordCurrentView(amira.token, without as never, newId())).toMatchObject({
    failure: { fields: { 'problem-panics': 'Choose an answer for “Panics”.' } },
  })
  expect(
    await recordCurrentView(amira.token, filledIn(sam.personId, '2026-03-04', '4') as never, newId()),
  ).toMatchObject({
    failure: { fields: { 'problem-low-mood': 'Choose an answer for “Depression or low mood”.' } },
  })
  expect(
    await recordCurrentView(amira.token, filledIn(sam.personId, '2999-03-04', '1') as never, newId()),
  ).toMatchObject({
    failure: { fields: { completedOn: expect.stringContaining('in the future') } },
  })
  expect(await sql('select 1 from current_views where person_id = $1', [sam.personId])).toEqual([])
})

test('one entered wrongly is taken out with a reason, once, and stays struck through', async () => {
  const { amira, sam, page } = await stage()
  await recordCurrentView(amira.token, filledIn(sam.personId, '2026-03-04', '3') as never, newId())
  const viewId = (await page()).views[0]!.id
  const out = { personId: sam.personId, viewId, because: 'It was another Sam.' }
  expect(await withdrawCurrentView(amira.token, out, newId())).toMatchObject({ ok: true })
  expect(await withdrawCurrentView(amira.token, out, newId())).toMatchObject({
    failure: { kind: 'conflict' },
  })
  expect((await page()).views[0]!.withdrawn).toMatchObject({ because: 'It was another Sam.' })
})
