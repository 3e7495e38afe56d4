import { describe, expect, test } from 'vitest'
import { bookMeeting } from '@/db/story/book-meeting'
import { cancelMeeting } from '@/db/story/cancel-meeting'
import { meeting } from '@/db/story/meeting'
import { meetingsOf } from '@/db/story/meetings'
import { moveMeeting } from '@/db/story/move-meeting'
import { startMeeting } from '@/db/story/start-meeting'
import { newId } from '@/lib/id'
import { sql } from '../../build/sql'
import { booked, bookingFor, changesOf, inDays, meetingRow, type Stage, stage } from './meeting-stage'

const moving = (s: Stage, meetingId: string, more: Record<string, unknown> = {}) => ({
  ...bookingFor(s),
  meetingId,
  version: '1',
  on: inDays(9),
  because: 'Sam has an exam that afternoon.',
  ...more,
})

describe('moving a meeting', () => {
  test('keeps what it was before, the reason and who moved it; the record shows both', async () => {
    const s = await stage()
    const id = await booked(s)
    expect(
      await moveMeeting(s.amira.token, moving(s, id, { place: 'School' }) as never, newId()),
    ).toMatchObject({
      ok: true,
    })
    expect(await meetingRow(id)).toMatchObject({ place: 'School', version: 2 })
    expect(await changesOf(id)).toMatchObject([
      {
        place: 'Northfield Library',
        contact_words: 'Text Kerry if the bus is late',
        because: 'Sam has an exam that afternoon.',
        by_staff_id: s.amira.id,
      },
    ])
    const shown = await meeting(s.amira.token, { personId: s.sam.personId, meetingId: id })
    expect(shown).toMatchObject({
      ok: true,
      value: {
        meeting: { place: 'School' },
        changes: [{ place: 'Northfield Library', by: 'Amira Hussain' }],
      },
    })
  })

  test('what it was cannot be changed or removed afterwards, not even by the owner of the tables', async () => {
    const s = await stage()
    const id = await booked(s)
    await moveMeeting(s.amira.token, moving(s, id) as never, newId())
    await expect(sql("update meeting_changes set because = '' where meeting_id = $1", [id])).rejects.toThrow(
      'append-only',
    )
    await expect(sql('delete from meeting_changes where meeting_id = $1', [id])).rejects.toThrow(
      'append-only',
    )
  })

  test('asks for a reason, a day that is not past, and something that is different', async () => {
    const s = await stage()
    const id = await booked(s)
    expect(await moveMeeting(s.amira.token, moving(s, id, { because: ' ' }) as never, newId())).toMatchObject(
      {
        failure: { fields: { because: 'Say why it is moved.' } },
      },
    )
    expect(
      await moveMeeting(s.amira.token, moving(s, id, { on: inDays(-1) }) as never, newId()),
    ).toMatchObject({ failure: { fields: { on: expect.stringContaining('past') } } })
    expect(
      await moveMeeting(s.amira.token, moving(s, id, { on: inDays(7) }) as never, newId()),
    ).toMatchObject({ failure: { kind: 'refused' } })
    expect(await changesOf(id)).toEqual([])
  })

  test('one that has started, or whose attendance is written down, is neither moved nor cancelled', async () => {
    const s = await stage()
    const id = await booked(s)
    await sql('update meetings set starts_at = now() where id = $1', [id])
    await startMeeting(s.amira.token, { personId: s.sam.personId, meetingId: id }, newId())
    expect(await moveMeeting(s.amira.token, moving(s, id) as never, newId())).toMatchObject({
      failure: { kind: 'refused', because: expect.stringContaining('has started') },
    })
    await sql("update meetings set attendance = 'came' where id = $1", [id])
    const cancel = { personId: s.sam.personId, meetingId: id, version: '1', because: 'not-needed' as const }
    expect(await cancelMeeting(s.amira.token, cancel, newId())).toMatchObject({
      failure: { kind: 'refused', because: expect.stringContaining('written down already') },
    })
  })

  test('two workers moving it: the second sees both, and a retry over the new version is kept too', async () => {
    const s = await stage()
    const id = await booked(s)
    await moveMeeting(s.amira.token, moving(s, id) as never, newId())
    const late = moving(s, id, { on: inDays(12), place: 'Clinic' })
    expect(await moveMeeting(s.ben.token, late as never, newId())).toMatchObject({
      failure: { kind: 'conflict', theirs: { on: inDays(9), place: 'Northfield Library', version: '2' } },
    })
    expect(await moveMeeting(s.ben.token, { ...late, version: '2' } as never, newId())).toMatchObject({
      ok: true,
    })
    expect(await changesOf(id)).toHaveLength(2)
  })

  test('another organisation neither moves, cancels, starts nor sees it', async () => {
    const s = await stage()
    const id = await booked(s)
    const ids = { personId: s.sam.personId, meetingId: id }
    const nothing = { ok: false, failure: { kind: 'not-found' } }
    expect(await moveMeeting(s.jo.token, moving(s, id) as never, newId())).toEqual(nothing)
    expect(await cancelMeeting(s.jo.token, { ...ids, version: '1', because: 'not-needed' }, newId())).toEqual(
      nothing,
    )
    expect(await startMeeting(s.jo.token, ids, newId())).toEqual(nothing)
    expect(await meeting(s.jo.token, ids)).toEqual(nothing)
    expect(await meetingRow(id)).toMatchObject({ version: 1, started_at: null, cancelled_at: null })
  })
})

describe('cancelling a meeting', () => {
  test('keeps the meeting with the reason, the words and who said so', async () => {
    const s = await stage()
    const id = await booked(s)
    const cancel = { personId: s.sam.personId, meetingId: id, version: '1' }
    expect(await cancelMeeting(s.amira.token, { ...cancel, because: '' as never }, newId())).toMatchObject({
      failure: { fields: { because: 'Choose why it is cancelled.' } },
    })
    await cancelMeeting(
      s.amira.token,
      { ...cancel, because: 'they-asked', words: 'Going to Nan’s.' },
      newId(),
    )
    expect(await meetingRow(id)).toMatchObject({
      cancelled_because: 'they-asked',
      cancelled_words: 'Going to Nan’s.',
      cancelled_by: s.amira.id,
    })
    const list = await meetingsOf(s.amira.token, { personId: s.sam.personId })
    expect(list).toMatchObject({ value: { coming: [], past: [{ id, cancelledBy: 'Amira Hussain' }] } })
  })
})

describe('a meeting at the same time as another', () => {
  test('is warned of, with the worker’s name and never with whom, and booked when they say so', async () => {
    const s = await stage()
    await booked(s)
    const maya = { ...bookingFor(s), personId: s.maya.personId, at: '14:30' }
    expect(await bookMeeting(s.ben.token, maya, newId())).toMatchObject({
      failure: { fields: { evenSo: 'Amira Hussain already has a meeting then, 14:00 to 14:50.' } },
    })
    expect(await bookMeeting(s.amira.token, maya, newId())).toMatchObject({
      failure: { fields: { evenSo: 'You already have a meeting then, 14:00 to 14:50.' } },
    })
    expect(await bookMeeting(s.amira.token, { ...maya, evenSo: 'yes' }, newId())).toMatchObject({ ok: true })
  })

  test('is seen also where the other young person is out of reach, and then without anything about them', async () => {
    const s = await stage()
    const elsewhere = await s.p.episode(s.theirs, {
      personId: await s.p.person({ givenName: 'Zofia', familyName: 'Hidden' }),
      worker: s.jo,
    })
    await sql(
      `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, place, by_staff_id)
       values ($1, $2, $3, $4, $5, ($6::date + time '13:30') at time zone 'Europe/London', 'Hidden place', $5)`,
      [s.p.id, newId(), elsewhere.id, elsewhere.personId, s.amira.id, inDays(7)],
    )
    const answer = await bookMeeting(s.ben.token, bookingFor(s), newId())
    expect(answer).toMatchObject({
      failure: { fields: { evenSo: 'Amira Hussain already has a meeting then, 13:30 to 14:20.' } },
    })
    expect(JSON.stringify(answer)).not.toMatch(/Zofia|Hidden/)
  })

  test('the young person’s own other meeting is warned of too; one that ends as the next begins is not', async () => {
    const s = await stage()
    await booked(s)
    const withBen = { ...bookingFor(s), withStaffId: s.ben.id }
    expect(await bookMeeting(s.amira.token, { ...withBen, at: '14:49' }, newId())).toMatchObject({
      failure: { fields: { evenSo: 'Sam already has a meeting then, 14:00 to 14:50.' } },
    })
    expect(await bookMeeting(s.amira.token, { ...withBen, at: '14:50' }, newId())).toMatchObject({ ok: true })
  })

  test('a meeting never clashes with itself when it is moved, nor with a cancelled one', async () => {
    const s = await stage()
    const id = await booked(s)
    expect(
      await moveMeeting(s.amira.token, moving(s, id, { on: inDays(7), at: '14:10' }) as never, newId()),
    ).toMatchObject({ ok: true })
    const cancel = { personId: s.sam.personId, meetingId: id, version: '2', because: 'by-mistake' as const }
    await cancelMeeting(s.amira.token, cancel, newId())
    expect(await bookMeeting(s.amira.token, bookingFor(s), newId())).toMatchObject({ ok: true })
  })
})

describe('starting a meeting', () => {
  test('is written down once, however often it is pressed, and not a day early', async () => {
    const s = await stage()
    const id = await booked(s)
    const ids = { personId: s.sam.personId, meetingId: id }
    expect(await startMeeting(s.amira.token, ids, newId())).toMatchObject({
      failure: { kind: 'refused', because: expect.stringContaining('This meeting is on') },
    })
    await sql('update meetings set starts_at = now() where id = $1', [id])
    await startMeeting(s.amira.token, ids, newId())
    const { started_at } = await meetingRow(id)
    await startMeeting(s.ben.token, ids, newId())
    expect((await meetingRow(id)).started_at).toEqual(started_at)
  })
})
