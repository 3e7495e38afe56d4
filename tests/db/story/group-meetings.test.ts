import { describe, expect, test } from 'vitest'
import { today } from '@/db/caseload/today'
import { bookMeeting } from '@/db/story/book-meeting'
import { cancelMeeting } from '@/db/story/cancel-meeting'
import { meeting } from '@/db/story/meeting'
import { meetingChoices } from '@/db/story/meetings'
import { moveMeeting } from '@/db/story/move-meeting'
import { recordGroupMeeting } from '@/db/story/record-group-meeting'
import { room } from '@/db/story/room'
import { newId } from '@/lib/id'
import { versionsOf } from '@/lib/story/group'
import { sql } from '../../build/sql'
import {
  begun,
  booked,
  bookingFor,
  changesOf,
  inDays,
  meetingRow,
  notesOf,
  type Stage,
  stage,
} from './meeting-stage'

const rowsTogether = (s: Stage) =>
  sql(
    'select id, person_id, together_id, starts_at, place, cancelled_at, version from meetings where partnership_id = $1 order by made_at, id',
    [s.p.id],
  )

const group = async () => {
  const s = await stage()
  const [ofSam, ofMaya] = (await begun(s, [s.sam, s.maya])) as [string, string]
  const versions = (sam = 1, maya = 1) =>
    versionsOf([
      { personId: s.sam.personId, version: sam },
      { personId: s.maya.personId, version: maya },
    ])
  const form = {
    personId: s.sam.personId,
    meetingId: ofSam,
    version: versions(),
    [`attendance-${s.sam.personId}`]: 'came',
    [`attendance-${s.maya.personId}`]: 'could-not-come',
    [`attendanceWords-${s.maya.personId}`]: 'Poorly.',
  }
  const save = (more: Record<string, unknown> = {}, who = s.amira, key = newId()) =>
    recordGroupMeeting(who.token, { ...form, ...more } as never, key)
  return { ...s, ofSam, ofMaya, versions, save }
}

describe('booking for brothers, sisters or a group', () => {
  test('makes a row in each record, joined by nothing but a number', async () => {
    const s = await stage()
    const id = await booked(s, { alsoFor: s.maya.personId, whoElse: '' })
    const rows = await rowsTogether(s)
    expect(rows.map((row) => row.person_id).sort()).toEqual([s.sam.personId, s.maya.personId].sort())
    expect(new Set(rows.map((row) => row.together_id)).size).toBe(1)
    expect(rows[0]!.together_id).not.toBeNull()
    const shown = await meeting(s.amira.token, { personId: s.sam.personId, meetingId: id })
    expect(shown).toMatchObject({ value: { meeting: { together: true, others: 1 } } })
    expect(JSON.stringify(shown)).not.toContain('Maya')
  })

  test('offers those of the same family name first, with their age', async () => {
    const s = await stage()
    const kofi = await s.p.person({ givenName: 'Kofi', familyName: 'Mensah' })
    await s.p.episode(s.ours, { personId: kofi, worker: s.amira })
    const offered = await meetingChoices(s.amira.token, { personId: s.sam.personId })
    expect(offered.ok && offered.value.mayComeToo.map((one) => [one.name, one.family])).toEqual([
      ['Maya Whitlow', true],
      ['Kofi Mensah', false],
    ])
    expect(offered).toMatchObject({ value: { mayComeToo: [{ age: expect.any(Number) }, {}] } })
  })

  test('only those within reach, and with somebody who works with each of them', async () => {
    const s = await stage()
    const zofia = await s.p.episode(s.theirs, { personId: await s.p.person(), worker: s.jo })
    expect(await bookMeeting(s.amira.token, { ...bookingFor(s), alsoFor: zofia.personId }, newId())).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
    expect(await rowsTogether(s)).toEqual([])
  })

  test('naming the same one twice, or themselves, makes no second row', async () => {
    const s = await stage()
    await booked(s, { alsoFor: [s.maya.personId, s.maya.personId, s.sam.personId] })
    expect(await rowsTogether(s)).toHaveLength(2)
  })

  test('the audit names whose record it was booked from, and the others by id', async () => {
    const s = await stage()
    await booked(s, { alsoFor: s.maya.personId })
    expect(
      await sql(
        "select person_id, detail -> 'ids' as ids from app.audit_log where act = 'bookMeeting' and outcome = 'done' and staff_id = $1",
        [s.amira.id],
      ),
    ).toEqual([{ person_id: s.sam.personId, ids: [s.sam.personId, s.maya.personId] }])
  })
})

describe('one entry for all of them', () => {
  test('keeps who came, the words for all and the own words in each record, and nothing of another', async () => {
    const s = await group()
    expect(
      await s.save({
        sharedWords: 'We cooked.',
        [`words-${s.sam.personId}`]: 'Sam chopped.',
      }),
    ).toMatchObject({ ok: true })
    expect(await meetingRow(s.ofSam)).toMatchObject({ attendance: 'came', attendance_words: '' })
    expect(await meetingRow(s.ofMaya)).toMatchObject({
      attendance: 'could-not-come',
      attendance_words: 'Poorly.',
    })
    expect(await notesOf(s.sam.personId)).toMatchObject([
      { words: 'We cooked.\n\nSam chopped.', meeting_id: s.ofSam },
    ])
    expect(await notesOf(s.maya.personId)).toMatchObject([{ words: 'We cooked.', meeting_id: s.ofMaya }])
    const ofMaya = await meeting(s.amira.token, { personId: s.maya.personId, meetingId: s.ofMaya })
    expect(JSON.stringify(ofMaya)).not.toMatch(/Sam chopped|"Sam/)
  })

  test('asks who came of each, and keeps nothing of anybody until it is said', async () => {
    const s = await group()
    expect(await s.save({ [`attendance-${s.maya.personId}`]: '', sharedWords: 'We cooked.' })).toMatchObject({
      failure: { fields: { [`attendance-${s.maya.personId}`]: 'Choose what happened.' } },
    })
    expect(await notesOf(s.sam.personId)).toEqual([])
    expect(await meetingRow(s.ofSam)).toMatchObject({ attendance: null })
  })

  test('books the next meeting for all of them, together again', async () => {
    const s = await group()
    await s.save({
      next: 'meeting',
      nextOn: inDays(7),
      nextAt: '16:00',
      nextMinutes: '60',
      nextHow: 'face-to-face',
      nextWithStaffId: s.amira.id,
    })
    const coming = (await rowsTogether(s)).filter((row) => row.starts_at > new Date())
    expect(coming.map((row) => row.person_id).sort()).toEqual([s.sam.personId, s.maya.personId].sort())
    expect(new Set(coming.map((row) => row.together_id)).size).toBe(1)
    const ofMaya = await meeting(s.amira.token, { personId: s.maya.personId, meetingId: s.ofMaya })
    expect(ofMaya).toMatchObject({ value: { next: [{ together: true, busy: [] }] } })
  })

  test('somebody wrote down one of them meanwhile: a conflict, and a retry over the new versions', async () => {
    const s = await group()
    await sql("update meetings set attendance = 'came', version = 2 where id = $1", [s.ofMaya])
    expect(await s.save()).toMatchObject({
      failure: {
        kind: 'conflict',
        theirs: { [`attendance-${s.maya.personId}`]: 'Came', version: s.versions(1, 2) },
      },
    })
    expect(await s.save({ version: s.versions(1, 2) })).toMatchObject({ ok: true })
    expect(await changesOf(s.ofMaya)).toMatchObject([{ attendance: 'came' }])
  })

  test('somebody who does not come to it cannot be put into it, nor can another organisation write it', async () => {
    const s = await group()
    const kofi = await s.p.episode(s.ours, { personId: await s.p.person(), worker: s.amira })
    expect(await s.save({ [`attendance-${kofi.personId}`]: 'came' })).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
    expect(await s.save({}, s.jo)).toEqual({ ok: false, failure: { kind: 'not-found' } })
    expect(await meetingRow(s.ofSam)).toMatchObject({ attendance: null })
  })

  test('the page names all who come to whoever may see each, and is one appointment on Today', async () => {
    const s = await group()
    const page = await room(s.amira.token, { personId: s.maya.personId, meetingId: s.ofMaya })
    expect(page).toMatchObject({ value: { comers: [{ knownAs: 'Maya' }, { knownAs: 'Sam' }], sheet: null } })
    const day = await today(s.amira.token, undefined)
    expect(day.ok && day.value.meetings?.map((one) => 1 + one.others.length)).toEqual([2])
  })
})

describe('moving or cancelling for all, or for one alone', () => {
  const moved = (s: Stage, meetingId: string, othersToo?: string) => ({
    ...bookingFor(s),
    meetingId,
    version: '1',
    on: inDays(9),
    because: 'Snow.',
    ...(othersToo && { othersToo }),
  })

  test('for all: each record keeps what it was', async () => {
    const s = await stage()
    const id = await booked(s, { alsoFor: s.maya.personId })
    await moveMeeting(s.amira.token, moved(s, id, 'yes') as never, newId())
    const rows = await rowsTogether(s)
    expect(new Set(rows.map((row) => row.starts_at.getTime())).size).toBe(1)
    for (const row of rows) expect(await changesOf(row.id)).toHaveLength(1)
  })

  test('for one alone: it becomes a meeting of its own, and so does what is left', async () => {
    const s = await stage()
    const id = await booked(s, { alsoFor: s.maya.personId })
    await moveMeeting(s.amira.token, moved(s, id) as never, newId())
    const rows = await rowsTogether(s)
    expect(new Set(rows.map((row) => row.starts_at.getTime())).size).toBe(2)
    expect(rows.map((row) => row.together_id)).toEqual([null, null])
  })

  test('cancelling for all cancels all, for one only that one', async () => {
    const s = await stage()
    const id = await booked(s, { alsoFor: s.maya.personId })
    const cancel = { personId: s.sam.personId, version: '1', because: 'not-needed' as const }
    await cancelMeeting(s.amira.token, { ...cancel, meetingId: id, othersToo: 'yes' }, newId())
    expect((await rowsTogether(s)).every((row) => row.cancelled_at)).toBe(true)
    const again = await booked(s, { alsoFor: s.maya.personId })
    await cancelMeeting(s.amira.token, { ...cancel, meetingId: again }, newId())
    expect((await rowsTogether(s)).filter((row) => !row.cancelled_at)).toMatchObject([
      { person_id: s.maya.personId, together_id: null },
    ])
  })
})
