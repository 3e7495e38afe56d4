import { describe, expect, test } from 'vitest'
import { correctScore } from '@/db/measures/correct-score'
import { readMeasures } from '@/db/measures/reads'
import { recordScores } from '@/db/measures/record-scores'
import { undoScores } from '@/db/measures/undo-scores'
import { addDays, dayOf } from '@/lib/day'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

const today = dayOf(new Date())

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const amira = await p.worker('clinician', ours)
  const bo = await p.worker('clinician', ours, { name: 'Bo Lind' })
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const helper = await p.worker('facilitator', ours, { name: 'Fay Ito' })
  const sam = await p.episode(ours, { worker: amira })
  const sdq = {
    personId: sam.personId,
    measure: 'sdq-self',
    rater: 'young-person',
    scoredOn: '2026-03-04',
    'score-emotional': '8',
    'score-prosocial': '0',
  }
  const rows = () =>
    sql<{ id: string; scale: string; score: string; sitting_id: string }>(
      'select id, scale, score, sitting_id from measure_scores where person_id = $1 order by made_at, scale',
      [sam.personId],
    )
  const shown = async () => {
    const page = await readMeasures(amira.token, { personId: sam.personId })
    if (!page.ok) throw new Error(page.failure.kind)
    return page.value
  }
  return { p, ours, amira, bo, jo, helper, sam, sdq, rows, shown }
}

describe('recording a measure', () => {
  test('several scores of one sitting are kept together, 0 is a score and an empty box is none', async () => {
    const { amira, sdq, rows } = await stage()
    const saved = await recordScores(amira.token, { ...sdq, 'score-conduct': ' ' }, newId())
    expect(saved).toMatchObject({ ok: true, value: { scores: 2 } })
    const kept = await rows()
    expect(kept.map(({ scale, score }) => [scale, Number(score)])).toEqual([
      ['emotional', 8],
      ['prosocial', 0],
    ])
    expect(new Set(kept.map((row) => row.sitting_id)).size).toBe(1)
    const [audit] = await sql(
      "select detail from app.audit_log where act = 'recordScores' and outcome = 'done' and staff_id = $1",
      [amira.id],
    )
    expect(audit).toEqual({ detail: { measure: 'sdq-self', scores: 2 } })
  })

  test('a score out of range, with letters or too exact is refused with its range, and nothing is kept', async () => {
    const { amira, sdq, rows } = await stage()
    for (const typed of ['11', '-1', '4.5', 'ten', '1e1', '٣'])
      expect(await recordScores(amira.token, { ...sdq, 'score-emotional': typed }, newId())).toMatchObject({
        failure: { fields: { 'score-emotional': 'Emotional is a whole number from 0 to 10.' } },
      })
    const swemwbs = {
      personId: sdq.personId,
      measure: 'swemwbs',
      rater: 'young-person',
      scoredOn: '2026-03-04',
      'score-score': '6.99',
    }
    expect(await recordScores(amira.token, swemwbs, newId())).toMatchObject({
      failure: {
        fields: { 'score-score': 'Score is a number with at most two digits after the point from 7 to 35.' },
      },
    })
    expect(await rows()).toEqual([])
  })

  test('a sheet without any score, in the future or from before they were born is refused', async () => {
    const { amira, sdq } = await stage()
    const { 'score-emotional': _, 'score-prosocial': __, ...empty } = sdq
    expect(await recordScores(amira.token, empty, newId())).toMatchObject({
      failure: { fields: { 'score-emotional': 'Enter at least one score.' } },
    })
    expect(await recordScores(amira.token, { ...sdq, scoredOn: addDays(today, 1) }, newId())).toMatchObject({
      failure: { fields: { scoredOn: 'This day is in the future. Enter the day it was filled in.' } },
    })
    expect(await recordScores(amira.token, { ...sdq, scoredOn: '1999-01-01' }, newId())).toMatchObject({
      failure: { fields: { scoredOn: expect.stringContaining('before they were born') } },
    })
  })

  test('a scale of another measure, a measure nobody knows and a rater without a version are refused', async () => {
    const { amira, sdq } = await stage()
    expect(await recordScores(amira.token, { ...sdq, 'score-panic': '3' }, newId())).toMatchObject({
      failure: { fields: { 'score-panic': 'This form has a field it does not know.' } },
    })
    expect(await recordScores(amira.token, { ...sdq, measure: 'current-view' }, newId())).toMatchObject({
      failure: { fields: { measure: 'Choose a measure from the list.' } },
    })
    expect(
      await recordScores(amira.token, { ...sdq, rater: 'parent-or-carer=Kerry' }, newId()),
    ).toMatchObject({
      failure: { fields: { rater: 'SDQ, young person is filled in by: young person.' } },
    })
    expect(await recordScores(amira.token, { ...sdq, rater: '' }, newId())).toMatchObject({
      failure: { fields: { rater: 'Say who filled it in.' } },
    })
  })

  test('a clinician’s own measure is not for a facilitator to fill in', async () => {
    const { helper, sam } = await stage()
    const cgas = {
      personId: sam.personId,
      measure: 'cgas',
      rater: 'clinician',
      scoredOn: '2026-03-04',
      'score-score': '55',
    }
    expect(await recordScores(helper.token, cgas, newId())).toMatchObject({
      failure: { fields: { rater: expect.stringContaining('clinician’s own') } },
    })
  })

  test('the same measure of the same day and person is not kept twice, also when two send it at once', async () => {
    const { amira, bo, sdq, rows } = await stage()
    const answers = await Promise.all([amira, bo, amira].map((one) => recordScores(one.token, sdq, newId())))
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.find((one) => !one.ok)).toMatchObject({
      failure: { fields: { scoredOn: expect.stringContaining('is recorded for 4 March 2026 already') } },
    })
    expect(await rows()).toHaveLength(2)
    expect((await recordScores(amira.token, { ...sdq, scoredOn: '2026-04-04' }, newId())).ok).toBe(true)
  })

  test('two clinicians who give the same measure on the same day are two raters', async () => {
    const { amira, bo, sam, shown } = await stage()
    const cgas = {
      personId: sam.personId,
      measure: 'cgas',
      rater: 'clinician',
      scoredOn: '2026-03-04',
      'score-score': '55',
    }
    for (const one of [amira, bo]) expect((await recordScores(one.token, cgas, newId())).ok).toBe(true)
    const { lines } = await shown()
    expect(lines.map(({ name, lines }) => [name, lines[0]!.points.length])).toEqual(
      expect.arrayContaining([
        [amira.name, 1],
        [bo.name, 1],
      ]),
    )
    expect(lines).toHaveLength(2)
  })

  test('another organisation is told "not found", and sees nothing', async () => {
    const { jo, sam, sdq, rows } = await stage()
    expect(await recordScores(jo.token, sdq, newId())).toEqual({ ok: false, failure: { kind: 'not-found' } })
    expect(await readMeasures(jo.token, { personId: sam.personId })).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
    expect(await rows()).toEqual([])
  })
})

describe('what the page says', () => {
  test('rule 29: prosocial 3 to 8 is better here, and the national table is said to turn it round', async () => {
    const { amira, sdq, shown, p, sam } = await stage()
    for (const [scoredOn, score] of [
      ['2026-03-04', '3'],
      ['2026-06-04', '8'],
    ] as const)
      await recordScores(
        amira.token,
        { ...sdq, 'score-emotional': '5', scoredOn, 'score-prosocial': score },
        newId(),
      )
    await sql(
      `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, attendance, by_staff_id)
       select $1, gen_random_uuid(), $2, $3, $4, d::timestamptz, 'came', $4 from unnest(array['2026-03-01 10:00Z', '2026-05-01 10:00Z']) d`,
      [p.id, sam.id, sam.personId, amira.id],
    )
    const { lines, national } = await shown()
    const prosocial = lines[0]!.lines.find(({ scale }) => scale.key === 'prosocial')!
    expect(prosocial.words).toContain('Up from 3 to 8 since 4 March 2026. Higher is better on this scale.')
    expect(prosocial.words).toContain('A reliable change for the better: at least 4 points')
    expect(national.lines.find(({ what }) => what === 'SDQ, young person: Prosocial')).toMatchObject({
      outcome: 'deterioration',
    })
    expect(national.notes.join(' ')).toContain('turns this scale round')
    // The national table names no rater for prosocial, so the result is that of the emotional scale alone.
    expect(national.results).toEqual([
      { who: 'Young person’s measures', words: 'No change, from 1 of 1 with two scores in time.' },
    ])
  })

  test('rule 22: a young person’s and a parent’s scores of one family measure are never one line', async () => {
    const { amira, sam, shown } = await stage()
    const score15 = { personId: sam.personId, measure: 'score-15', 'score-total': '50' }
    await recordScores(amira.token, { ...score15, rater: 'young-person', scoredOn: '2026-03-04' }, newId())
    await recordScores(
      amira.token,
      { ...score15, rater: 'parent-or-carer=Kerry', scoredOn: '2026-06-04' },
      newId(),
    )
    const { lines } = await shown()
    expect(lines.map(({ name, lines }) => [name, lines[0]!.change])).toEqual([
      ['Sam', null],
      ['Kerry', null],
    ])
  })

  test('measures of how the help was are listed and never compared', async () => {
    const { amira, sam, shown } = await stage()
    for (const [scoredOn, score] of [
      ['2026-03-04', '12'],
      ['2026-06-04', '38.5'],
    ] as const)
      await recordScores(
        amira.token,
        { personId: sam.personId, measure: 'srs', rater: 'young-person', scoredOn, 'score-score': score },
        newId(),
      )
    const { lines, national } = await shown()
    expect(lines[0]!.lines[0]).toMatchObject({ change: null, words: '38.5 on 4 June 2026.' })
    expect(national.lines).toEqual([])
  })
})

describe('putting a score right', () => {
  const saved = async () => {
    const all = await stage()
    await recordScores(all.amira.token, all.sdq, newId())
    const [emotional] = await all.rows()
    return {
      ...all,
      emotional: emotional!,
      right: { personId: all.sam.personId, scoreId: emotional!.id, score: '6', because: 'Typed 8 for 6.' },
    }
  }

  test('both values stay with the reason; only the new one counts', async () => {
    const { bo, right, rows, shown } = await saved()
    expect(await correctScore(bo.token, right, newId())).toMatchObject({ ok: true })
    expect(await rows()).toHaveLength(3)
    const { lines, corrected } = await shown()
    expect(lines[0]!.lines[0]!.points.map(({ score }) => score)).toEqual([6])
    expect(corrected).toMatchObject([
      { score: 8, correction: { because: 'Typed 8 for 6.', undo: false, by: 'Bo Lind' } },
    ])
  })

  test('it can be taken out, with a reason and not without', async () => {
    const { amira, right, shown } = await saved()
    expect(
      await correctScore(amira.token, { ...right, score: '', takeOut: 'yes', because: ' ' }, newId()),
    ).toMatchObject({
      failure: { fields: { because: 'Say why it is put right.' } },
    })
    expect(await correctScore(amira.token, { ...right, score: '', takeOut: 'yes' }, newId())).toMatchObject({
      ok: true,
    })
    expect((await shown()).lines[0]!.lines.map(({ scale }) => scale.key)).toEqual(['prosocial'])
  })

  test('neither the same score nor one out of range nor none is a correction', async () => {
    const { amira, right } = await saved()
    const tried = async (score: string) => {
      const answer = await correctScore(amira.token, { ...right, score }, newId())
      return !answer.ok && answer.failure.kind === 'invalid' ? answer.failure.fields.score : answer
    }
    expect(await tried('8')).toBe('This is what it says now. Enter what it was meant to be.')
    expect(await tried('11')).toBe('Emotional is a whole number from 0 to 10.')
    expect(await tried('')).toContain('Enter what it was meant to be')
  })

  test('the second of two at once is told what stands, and nothing is overwritten', async () => {
    const { amira, bo, right, rows } = await saved()
    const answers = await Promise.all([
      correctScore(amira.token, right, newId()),
      correctScore(bo.token, { ...right, score: '7' }, newId()),
    ])
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.find((one) => !one.ok)).toMatchObject({
      failure: { kind: 'conflict', theirs: { score: expect.stringMatching(/^[67]$/) } },
    })
    expect(await rows()).toHaveLength(3)
  })

  test('the same sheet can be entered again once it was taken back', async () => {
    const { amira, bo, sam, emotional, sdq, shown } = await saved()
    const undo = { personId: sam.personId, sittingId: emotional.sitting_id }
    expect(await undoScores(bo.token, undo, newId())).toMatchObject({ failure: { kind: 'refused' } })
    expect(await undoScores(amira.token, undo, newId())).toMatchObject({ ok: true, value: { scores: 2 } })
    expect(await undoScores(amira.token, undo, newId())).toMatchObject({
      failure: { because: 'These scores are taken back already.' },
    })
    expect((await shown()).lines).toEqual([])
    expect((await recordScores(amira.token, sdq, newId())).ok).toBe(true)
  })

  test('what is offered to be taken back is the last save, whatever day is on its sheet', async () => {
    const { amira, bo, sam, shown } = await saved()
    const ors = { personId: sam.personId, measure: 'ors', rater: 'young-person', 'score-score': '20' }
    await recordScores(amira.token, { ...ors, scoredOn: '2025-12-01' }, newId())
    await recordScores(bo.token, { ...ors, scoredOn: '2026-06-01' }, newId())
    expect((await shown()).undo).toMatchObject({ measure: 'ORS', sittingId: expect.any(String) })
    const [own] = await sql<{ sitting_id: string }>(
      "select sitting_id from measure_scores where person_id = $1 and scored_on = '2025-12-01'",
      [sam.personId],
    )
    expect((await shown()).undo?.sittingId).toBe(own!.sitting_id)
  })

  test('after ten minutes there is no undo any more', async () => {
    const { amira, p, sam } = await saved()
    const sittingId = newId()
    await sql(
      `insert into measure_scores (partnership_id, id, sitting_id, episode_id, person_id, measure, scale, rater, score, scored_on, by_staff_id, made_at)
       values ($1, $2, $3, $4, $5, 'gad-7', 'score', 'young-person', 9, '2026-03-04', $6, now() - interval '11 minutes')`,
      [p.id, newId(), sittingId, sam.id, sam.personId, amira.id],
    )
    expect(await undoScores(amira.token, { personId: sam.personId, sittingId }, newId())).toMatchObject({
      failure: { because: expect.stringContaining('10 minutes') },
    })
  })

  test('the database itself refuses to change or delete a score, and a correction of somebody else’s', async () => {
    const { emotional, p, amira, ours } = await saved()
    await expect(sql('update measure_scores set score = 1 where id = $1', [emotional.id])).rejects.toThrow()
    await expect(sql('delete from measure_scores where id = $1', [emotional.id])).rejects.toThrow()
    const other = await p.episode(ours, { worker: amira })
    await expect(
      sql(
        `insert into corrections (partnership_id, record_id, kind, episode_id, person_id, because, by_staff_id)
         values ($1, $2, 'score', $3, $4, 'No', $5)`,
        [p.id, emotional.id, other.id, other.personId, amira.id],
      ),
    ).rejects.toThrow('a correction is of a record of the same person')
  })
})
