import { describe, expect, test } from 'vitest'
import { bookMeeting } from '@/db/story/book-meeting'
import { recordAttendance } from '@/db/story/record-attendance'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const amira = await p.worker('clinician', ours)
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const sam = await p.episode(ours, { worker: amira })
  const form = {
    personId: sam.personId,
    on: '2026-03-09',
    at: '9.30',
    minutes: '45',
    how: 'face-to-face' as const,
    place: 'Northfield Library, quiet room',
    withStaffId: amira.id,
    whoElse: 'Kerry for the last ten minutes',
  }
  return { p, ours, theirs, amira, jo, sam, form }
}

const meetings = (personId: string) => sql('select * from meetings where person_id = $1', [personId])
const booked = async (at: Awaited<ReturnType<typeof stage>>) => {
  const answer = await bookMeeting(at.amira.token, at.form, newId())
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value.meetingId
}

describe('booking a meeting', () => {
  test('keeps the place in words, and the time as London has it in summer and in winter', async () => {
    const { amira, sam, form } = await stage()
    await bookMeeting(amira.token, form, newId())
    await bookMeeting(amira.token, { ...form, on: '2026-07-09' }, newId())
    expect(
      await sql(
        "select place, who_else, minutes, to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as utc from meetings where person_id = $1 order by starts_at",
        [sam.personId],
      ),
    ).toEqual([
      { place: form.place, who_else: form.whoElse, minutes: 45, utc: '2026-03-09 09:30' },
      { place: form.place, who_else: form.whoElse, minutes: 45, utc: '2026-07-09 08:30' },
    ])
  })

  test('only with somebody who works with them: another team’s worker joins with the hand-over, not before', async () => {
    const { p, ours, theirs, amira, jo, sam, form } = await stage()
    const joint = { ...form, alsoStaffId: jo.id }
    expect(await bookMeeting(amira.token, joint, newId())).toMatchObject({
      failure: { kind: 'invalid', fields: { alsoStaffId: expect.any(String) } },
    })
    await sql(
      `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, receiving_worker_id,
         return_contact_id, step, invited_at, accepted_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $7, 'getting-ready', now(), now())`,
      [p.id, newId(), sam.id, sam.personId, ours.id, theirs.id, amira.id, jo.id],
    )
    expect(await bookMeeting(amira.token, joint, newId())).toMatchObject({ ok: true })
    expect(await meetings(sam.personId)).toMatchObject([{ with_staff_id: amira.id, also_staff_id: jo.id }])
  })

  test('a time that is none, no minutes and the same worker twice are met with a sentence', async () => {
    const { amira, form } = await stage()
    expect(
      await bookMeeting(amira.token, { ...form, at: '25:00', minutes: 'many', on: '2026-02-30' }, newId()),
    ).toMatchObject({
      failure: {
        fields: { at: 'Enter a time such as 14:05.', minutes: expect.any(String), on: expect.any(String) },
      },
    })
    expect(await bookMeeting(amira.token, { ...form, alsoStaffId: amira.id }, newId())).toMatchObject({
      failure: { fields: { alsoStaffId: 'Choose somebody else, or nobody.' } },
    })
  })

  test('another organisation cannot book one', async () => {
    const { jo, sam, form } = await stage()
    expect(await bookMeeting(jo.token, form, newId())).toEqual({ ok: false, failure: { kind: 'not-found' } })
    expect(await meetings(sam.personId)).toEqual([])
  })
})

describe('who came', () => {
  test('is said in words that blame nobody, and kept as written', async () => {
    const at = await stage()
    const meetingId = await booked(at)
    const came = {
      personId: at.sam.personId,
      meetingId,
      version: '1',
      attendance: 'was-not-brought' as const,
      attendanceWords: 'Car broke down; Kerry rang.',
    }
    expect(await recordAttendance(at.amira.token, came, newId())).toMatchObject({ ok: true })
    expect(await meetings(at.sam.personId)).toMatchObject([
      { attendance: 'was-not-brought', attendance_words: 'Car broke down; Kerry rang.', version: 2 },
    ])
    expect(
      await recordAttendance(at.amira.token, { ...came, version: '2', attendance: 'DNA' as never }, newId()),
    ).toMatchObject({ failure: { fields: { attendance: 'Choose what happened.' } } })
  })

  test('two workers writing it down: the second sees both', async () => {
    const at = await stage()
    const meetingId = await booked(at)
    const came = { personId: at.sam.personId, meetingId, version: '1', attendance: 'came' as const }
    await recordAttendance(at.amira.token, { ...came, attendanceWords: 'Sam came.' }, newId())
    expect(
      await recordAttendance(at.amira.token, { ...came, attendanceWords: 'Late.' }, newId()),
    ).toMatchObject({
      failure: {
        kind: 'conflict',
        theirs: { attendance: 'Came', attendanceWords: 'Sam came.', version: '2' },
      },
    })
  })

  test('cannot be said of a meeting still to come, nor by another organisation', async () => {
    const at = await stage()
    const meetingId = await booked({ ...at, form: { ...at.form, on: '2099-01-01' } })
    const came = { personId: at.sam.personId, meetingId, version: '1', attendance: 'came' as const }
    expect(await recordAttendance(at.amira.token, came, newId())).toMatchObject({
      failure: { kind: 'refused', because: expect.stringContaining('has not started yet') },
    })
    expect(await recordAttendance(at.jo.token, came, newId())).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
  })
})
