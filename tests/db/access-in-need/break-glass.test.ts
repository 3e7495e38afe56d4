import { describe, expect, test } from 'vitest'
import { breakGlass } from '@/db/access-in-need/break-glass'
import { breakGlassReviews } from '@/db/access-in-need/reads'
import { reviewBreakGlass } from '@/db/access-in-need/review-break-glass'
import { details } from '@/db/people/reads'
import { writeNote } from '@/db/story/write-note'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { asRole, sql } from '../../build/sql'

const reason = 'She is in the emergency department with me now.'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const amira = await p.worker('clinician', ours)
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const pat = await p.worker('privacy-officer', undefined, { name: 'Pat Privacy' })
  const personId = await p.person({
    givenName: 'Sam',
    familyName: 'Whitlow',
    born: '2010-05-14',
    nhsNumber: '9434765919',
  })
  const sam = await p.episode(ours, { personId, worker: amira })
  const form = { nhsNumber: '943 476 5919', reason, understood: 'yes' as const }
  return { p, ours, theirs, amira, jo, pat, personId, sam, form }
}

const notFound = { ok: false, failure: { kind: 'not-found' } }

describe('rule 88: opening a record in need', () => {
  test('without a reason, or with one too short to mean anything, is denied and opens nothing', async () => {
    const { jo, personId, form } = await stage()
    for (const empty of ['', '   ', 'urgent', '    urgent        '])
      expect(await breakGlass(jo.token, { ...form, reason: empty }, newId())).toMatchObject({
        failure: { kind: 'invalid', fields: { reason: expect.stringContaining('Write why') } },
      })
    expect(await details(jo.token, { personId })).toEqual(notFound)
    expect(await sql('select 1 from app.break_glass where person_id = $1', [personId])).toEqual([])
  })

  test('without having read the warning is denied', async () => {
    const { jo, form } = await stage()
    expect(await breakGlass(jo.token, { ...form, understood: undefined }, newId())).toMatchObject({
      failure: { kind: 'invalid', fields: { understood: expect.any(String) } },
    })
  })

  test('with a reason brings it within reach for one hour and no longer', async () => {
    const { jo, personId, form } = await stage()
    expect(await details(jo.token, { personId })).toEqual(notFound)
    expect(await breakGlass(jo.token, form, newId())).toMatchObject({ ok: true, value: { personId } })
    expect(await details(jo.token, { personId })).toMatchObject({ ok: true })
    const [entry] = await sql(
      'select to_at - from_at as open, reason from app.break_glass where person_id = $1',
      [personId],
    )
    expect(entry).toEqual({ open: expect.objectContaining({ hours: 1 }), reason })
    // Time cannot be moved on from here, so the reach that the trigger wrote is moved back instead.
    await sql(
      "update app.reach set from_at = from_at - interval '1 hour', to_at = to_at - interval '1 hour' where principal_id = $1",
      [jo.id],
    )
    expect(await details(jo.token, { personId })).toEqual(notFound)
  })

  test('is for the one who asked, not for their team', async () => {
    const { p, theirs, jo, personId, form } = await stage()
    const kim = await p.worker('facilitator', theirs, { name: 'Kim Ade' })
    await breakGlass(jo.token, form, newId())
    expect(await details(kim.token, { personId })).toEqual(notFound)
  })

  test('is logged, and so is each page and act that follows', async () => {
    const { jo, personId, form } = await stage()
    await breakGlass(jo.token, form, newId())
    await details(jo.token, { personId })
    await writeNote(jo.token, { personId, happenedOn: '2026-03-09', words: 'Talked with her.' }, newId())
    const rows = await sql(
      'select act, outcome, detail from app.audit_log where staff_id = $1 and person_id = $2 order by id',
      [jo.id, personId],
    )
    expect(rows.map((row) => [row.act, row.outcome])).toEqual([
      ['breakGlass', 'done'],
      ['details', 'opened'],
      ['writeNote', 'done'],
    ])
    expect(JSON.stringify(rows)).not.toContain('emergency')
  })

  test('what was written down can be neither edited nor deleted, even by the owner of the tables', async () => {
    const { jo, personId, form } = await stage()
    await breakGlass(jo.token, form, newId())
    for (const text of [
      "update app.break_glass set reason = 'something else entirely' where person_id = $1",
      "update app.break_glass set to_at = to_at + interval '1 hour' where person_id = $1",
      'delete from app.break_glass where person_id = $1',
    ])
      await expect(sql(text, [personId])).rejects.toThrow(/stays written down/)
    const app = asRole('app')
    await expect(app.query('delete from app.break_glass')).rejects.toThrow(/permission denied/)
    await expect(app.query('insert into app.break_glass select * from app.break_glass')).rejects.toThrow(
      /permission denied/,
    )
    await app.end()
  })

  test('a full name and date of birth will do, near or part of a name will not', async () => {
    const { jo, personId } = await stage()
    const by = (fullName: string, born = '2010-05-14') =>
      breakGlass(jo.token, { fullName, born, reason, understood: 'yes' }, newId())
    expect(await by('Sam Whitlo')).toMatchObject({ failure: { kind: 'refused' } })
    expect(await by('Whitlow')).toMatchObject({ failure: { kind: 'refused' } })
    expect(await by('Sam Whitlow', '2010-05-15')).toMatchObject({ failure: { kind: 'refused' } })
    expect(await by('')).toMatchObject({ failure: { fields: { fullName: expect.any(String) } } })
    expect(await by(' sam   WHITLOW ')).toMatchObject({ ok: true, value: { personId } })
  })

  test('two people of one name and birthday are not guessed between', async () => {
    const { p, ours, jo } = await stage()
    await p.episode(ours, { personId: await p.person({ givenName: 'Sam', familyName: 'Whitlow' }) })
    expect(
      await breakGlass(
        jo.token,
        { fullName: 'Sam Whitlow', born: '2010-05-14', reason, understood: 'yes' },
        newId(),
      ),
    ).toMatchObject({ failure: { kind: 'refused', because: expect.stringContaining('More than one') } })
  })

  test('it is not a way to look for people: after five tries that found nobody it rests', async () => {
    const { jo, form } = await stage()
    for (let i = 0; i < 5; i++) await breakGlass(jo.token, { ...form, nhsNumber: '4010232137' }, newId())
    expect(await breakGlass(jo.token, form, newId())).toMatchObject({
      failure: { kind: 'refused', because: expect.stringContaining('Wait an hour') },
    })
  })

  test('a record that is within reach already is simply opened, with nothing to review', async () => {
    const { amira, personId, form } = await stage()
    expect(await breakGlass(amira.token, form, newId())).toMatchObject({
      ok: true,
      value: { personId, until: null },
    })
    expect(await sql('select 1 from app.break_glass where person_id = $1', [personId])).toEqual([])
  })

  test('another partnership’s young people cannot be opened by anybody', async () => {
    const { form } = await stage()
    const other = await Partnership.make('Elsewhere')
    const eve = await other.worker('clinician', await other.team())
    expect(await breakGlass(eve.token, form, newId())).toMatchObject({ failure: { kind: 'refused' } })
  })

  test('commissioners, administrators and privacy officers open nothing', async () => {
    const { p, pat, form } = await stage()
    const others = [pat, await p.worker('commissioner'), await p.worker('administrator')]
    for (const one of others)
      expect(await breakGlass(one.token, form, newId())).toMatchObject({ failure: { kind: 'refused' } })
  })
})

describe('rule 88: the privacy officer looks at it afterwards', () => {
  test('it waits on their first page, with the reason and what was opened, and without a name', async () => {
    const { jo, pat, personId, form } = await stage()
    await breakGlass(jo.token, form, newId())
    await details(jo.token, { personId })
    const answer = await breakGlassReviews(pat.token, {})
    if (!answer.ok) throw new Error('not read')
    expect(answer.value.waiting).toBe(1)
    expect(answer.value.entries).toMatchObject([
      { who: 'Jo Pereira', reason, done: [{ act: 'details', times: 1 }], review: null },
    ])
    expect(JSON.stringify(answer.value)).not.toContain('Whitlow')
    const id = answer.value.entries[0]!.id
    const words = 'Rang Jo. She was with the young person.'
    expect(await reviewBreakGlass(pat.token, { entryId: id, words }, newId())).toMatchObject({ ok: true })
    expect(await breakGlassReviews(pat.token, {})).toMatchObject({
      ok: true,
      value: { waiting: 0, entries: [{ review: { by: 'Pat Privacy', words } }] },
    })
  })

  test('once: a second look is a conflict that shows the first one’s words', async () => {
    const { p, jo, pat, form } = await stage()
    await breakGlass(jo.token, form, newId())
    const [{ id }] = (await sql('select id from app.break_glass where staff_id = $1', [jo.id])) as [
      { id: string },
    ]
    await reviewBreakGlass(pat.token, { entryId: id, words: 'Right to do.' }, newId())
    const pia = await p.worker('privacy-officer', undefined, { name: 'Pia' })
    expect(await reviewBreakGlass(pia.token, { entryId: id, words: 'Mine.' }, newId())).toMatchObject({
      failure: { kind: 'conflict', theirs: { words: 'Right to do.' } },
    })
  })

  test('never at one’s own', async () => {
    const { p, jo, form } = await stage()
    await breakGlass(jo.token, form, newId())
    await sql(
      "insert into memberships (partnership_id, id, staff_id, role, from_day) values ($1, $2, $3, 'privacy-officer', '2020-01-01')",
      [p.id, newId(), jo.id],
    )
    const token = await p.session(jo.id, 'privacy-officer')
    const [{ id }] = (await sql('select id from app.break_glass where staff_id = $1', [jo.id])) as [
      { id: string },
    ]
    expect(await reviewBreakGlass(token, { entryId: id, words: 'All fine.' }, newId())).toMatchObject({
      failure: { kind: 'refused', because: expect.stringContaining('yourself') },
    })
    expect(await sql('select reviewed_at from app.break_glass where id = $1', [id])).toEqual([
      { reviewed_at: null },
    ])
  })

  test('workers cannot see the list, and another partnership’s officer finds nothing', async () => {
    const { jo, form } = await stage()
    await breakGlass(jo.token, form, newId())
    const [{ id }] = (await sql('select id from app.break_glass where staff_id = $1', [jo.id])) as [
      { id: string },
    ]
    expect(await breakGlassReviews(jo.token, {})).toMatchObject({ failure: { kind: 'refused' } })
    const other = await (await Partnership.make('Elsewhere')).worker('privacy-officer')
    expect(await breakGlassReviews(other.token, {})).toMatchObject({ value: { entries: [] } })
    expect(await reviewBreakGlass(other.token, { entryId: id, words: 'x' }, newId())).toEqual(notFound)
  })
})
