import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importNorms } from '@/db/measures/import-norms'
import { readMeasures } from '@/db/measures/reads'
import { recordScores } from '@/db/measures/record-scores'
import { newId } from '@/lib/id'
import { asOwner } from '../../build/owner'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'
import { realData, realPath } from '../../lib/real-data'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footpath-norms-'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  await sql('truncate rcads_norms, rcads_norm_files')
})

const heading = 'gender,age,assessment,sample_mean,sample_sd'
const named = (scale: string) => `RCADS (Revised Childrens Anxiety and Depression Scale) - ${scale} score`
const low = named('Depression')

let count = 0
const loaded = async (...lines: string[]) => {
  const path = join(folder, `${++count}.csv`)
  await writeFile(path, `${lines.join('\n')}\n`)
  return asOwner((client) => importNorms(client, path))
}

const stage = async (sex?: string) => {
  const p = await Partnership.make()
  const team = await p.team()
  const amira = await p.worker('clinician', team)
  const personId = await p.person({ born: '2011-06-01' })
  await p.episode(team, { personId, worker: amira })
  if (sex)
    await sql(
      `insert into equality_facts (partnership_id, id, person_id, fact, value, by_staff_id) values ($1, $2, $3, 'sex', $4, $5)`,
      [p.id, newId(), personId, sex, amira.id],
    )
  for (const [scoredOn, score] of [
    ['2025-07-01', '14'],
    ['2026-03-01', '5'],
  ] as const) {
    const saved = await recordScores(
      amira.token,
      {
        personId,
        measure: 'rcads-self',
        rater: 'young-person',
        scoredOn,
        'score-depression': score,
        'score-total': '60',
      },
      newId(),
    )
    expect(saved.ok).toBe(true)
  }
  return async () => {
    const page = await readMeasures(amira.token, { personId })
    if (!page.ok) throw new Error(page.failure.kind)
    const [depression, total] = page.value.lines[0]!.lines
    return { depression: depression!, total: total!, withoutT: page.value.withoutT }
  }
}

describe('the file of norms', () => {
  test('rule 28: with norms, raw 14 of a boy aged 14 is T 66.0; the change is that of the T scores', async () => {
    expect(await loaded(heading, `M,14,${low},7.44,4.1`)).toEqual({ kind: 'loaded', norms: 1, replaced: 0 })
    const { depression, withoutT } = await (await stage('male'))()
    expect(depression.points.map(({ t }) => t?.toFixed(1))).toEqual(['66.0', '44.0'])
    // 14 to 5 is nine raw points, and 21.95 T points: the published 17.73 is in T points.
    expect(depression.words).toContain('Down from 14 to 5 since 1 July 2025. T scores: 66.0, then 44.0.')
    expect(depression.words).toContain('A reliable change for the better: at least 17.73 T points')
    expect(withoutT).toEqual([])
  })

  test('without norms, without sex or at an age without a norm there are raw scores, and the page says why', async () => {
    const bare = await (await stage('male'))()
    expect(bare.depression.points.map(({ t }) => t)).toEqual([undefined, undefined])
    expect(bare.depression.words).toContain('nothing is said of it here')
    expect(bare.withoutT).toEqual(['No norms have been imported, so only raw scores are shown.'])
    await loaded(heading, `M,13,${low},7.44,4.1`)
    expect((await (await stage())()).withoutT[0]).toContain('sex registered at birth')
    expect((await (await stage('indeterminate'))()).withoutT[0]).toContain('sex registered at birth')
    expect((await (await stage('male'))()).withoutT).toEqual([
      'There is no norm for this scale at the age of 14.',
    ])
  })

  test('the totals of RCADS have no norms and no threshold, and nothing is worked out for them', async () => {
    await loaded(heading, `M,14,${low},7.44,4.1`)
    const { total } = await (await stage('male'))()
    expect(total.points.every(({ t }) => t === undefined)).toBe(true)
    expect(total.words).toContain('No figure is published')
  })

  test('a later file takes the place of an earlier one, whole; the same file again changes nothing', async () => {
    await loaded(heading, `M,14,${low},7.44,4.1`, `F,14,${low},9,5`)
    expect(await loaded(heading, `F,15,${low},9.5,5.1`)).toEqual({ kind: 'loaded', norms: 1, replaced: 2 })
    expect(await sql('select sex, age from rcads_norms')).toEqual([{ sex: 'female', age: 15 }])
    expect(await loaded(heading, `F,15,${low},9.5,5.1`)).toMatchObject({ kind: 'already', norms: 1 })
    expect(await sql('select rows from rcads_norm_files order by loaded_at')).toEqual([
      { rows: 2 },
      { rows: 1 },
    ])
  })

  test.each([
    ['X,14', '7.44,4.1', 'Line 3 has the gender "X": it must be M or F.'],
    ['M,14.5', '7.44,4.1', 'Line 3 has the age "14.5": it must be whole years from 4 to 25.'],
    ['M,99', '7.44,4.1', 'Line 3 has the age "99"'],
    ['M,14', '31,4.1', 'Line 3 has the mean "31": it must be a number from 0 to 30.'],
    ['M,14', '7.44,0', 'Line 3 has the standard deviation "0": it must be a number above 0, at most 30.'],
    ['M,14', '7.44,NaN', 'Line 3 has the standard deviation "NaN"'],
    ['M,14', '7.44', 'Line 3 has 4 fields where the heading has 5.'],
    ['F,14', '9,5', 'Line 3 says the same sex, age and scale as an earlier line.'],
  ])('a line %s … %s is told by its number, and nothing of the file is kept', async (who, what, because) => {
    await expect(loaded(heading, `F,14,${low},9,5`, `${who},${low},${what}`)).rejects.toThrow(because)
    expect(await sql('select 1 from rcads_norms')).toEqual([])
  })

  test('a scale without norms, an unknown heading, an empty file and one cut off are each told', async () => {
    await expect(loaded(heading, `M,14,${named('Total Anxiety')},30,10`)).rejects.toThrow(
      'is no scale of RCADS with norms',
    )
    await expect(loaded('sex,age,scale,mean,sd', 'M,14,x,1,1')).rejects.toThrow('This is no file of norms')
    await expect(loaded(heading)).rejects.toThrow('has no norms in it')
    const path = join(folder, 'cut.csv')
    await writeFile(path, `${heading}\nM,14,${low},7.4`)
    await expect(asOwner((client) => importNorms(client, path))).rejects.toThrow('was cut off')
  })

  test('the application cannot change norms itself', async () => {
    expect(
      await sql(
        `select p.name from unnest(array['insert', 'update', 'delete', 'truncate']) p (name)
         where has_table_privilege('footpath_app', 'rcads_norms', p.name)`,
      ),
    ).toEqual([])
  })
})

realData('the norms in use', () => {
  test('all 240 of them load, and rule 28 comes out of them', async () => {
    const done = await asOwner((client) => importNorms(client, realPath('outcome_measures/rcads_norms.csv')))
    expect(done).toEqual({ kind: 'loaded', norms: 240, replaced: 0 })
    const { depression } = await (await stage('male'))()
    expect(depression.points[0]!.t?.toFixed(1)).toBe('66.0')
  })
})
