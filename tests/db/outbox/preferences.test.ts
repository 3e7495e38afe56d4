import { beforeAll, describe, expect, test } from 'vitest'
import { hashOfToken, newToken } from '@/db/access/session-token'
import { turnOffReminders } from '@/db/access/turn-off-reminders'
import { changeReminders } from '@/db/outbox/change-reminders'
import { jobsState } from '@/db/outbox/jobs-state'
import { meetingCalendar, reminders } from '@/db/outbox/reads'
import { bookMeeting } from '@/db/story/book-meeting'
import { cancelMeeting } from '@/db/story/cancel-meeting'
import { moveMeeting } from '@/db/story/move-meeting'
import { addDays, dayOf } from '@/lib/day'
import { newId } from '@/lib/id'
import { Partnership, type Team, type Worker } from '../../build/partnership'
import { StagedRecord } from '../../build/record'
import { sql } from '../../build/sql'

let p: Partnership
let team: Team
let amira: Worker
let neighbour: Worker

beforeAll(async () => {
  p = await Partnership.make()
  team = await p.team()
  amira = await p.worker('clinician', team)
  neighbour = await p.worker('clinician', await p.team({ name: 'Hill EWMHS' }))
})

let count = 0
const someone = async () => {
  count += 1
  const record = await StagedRecord.make(p, team, amira, { word: `Quill${'abcdefghijklmnop'[count]}` })
  await sql(`update people set email = 'sam@mail.example.test' where id = $1`, [record.personId])
  return record
}

const answer = (record: StagedRecord, more: object = {}) =>
  changeReminders(
    amira.token,
    { personId: record.personId, version: 0, reminders: 'yes', ...more } as never,
    newId(),
  )

const day = (days: number) => addDays(dayOf(new Date()), days)
const book = async (record: StagedRecord, days: number) => {
  const booked = await bookMeeting(
    amira.token,
    {
      personId: record.personId,
      alsoFor: [],
      evenSo: 'yes',
      on: day(days),
      at: '14:05',
      how: 'face-to-face',
      withStaffId: amira.id,
    },
    newId(),
  )
  if (!booked.ok) throw new Error(JSON.stringify(booked.failure))
  return booked.value.meetingId
}

const outbox = (record: StagedRecord) =>
  sql(
    `select state, why_not, relationship_id is null as young, starts_at - due_at as before from outbox where person_id = $1 order by made_at, relationship_id is not null, id`,
    [record.personId],
  )

describe('asking', () => {
  test('a yes writes the reminders of the meetings already booked, a no puts them away', async () => {
    const record = await someone()
    await book(record, 5)
    expect(await outbox(record)).toEqual([])
    expect((await answer(record)).ok).toBe(true)
    expect(await outbox(record)).toMatchObject([{ state: 'waiting', young: true, before: { days: 1 } }])
    expect((await answer(record, { version: 1, reminders: 'no' })).ok).toBe(true)
    expect(await outbox(record)).toMatchObject([{ state: 'not-sent', why_not: 'turned-off' }])
    expect((await answer(record, { version: 2, hoursBefore: '48' })).ok).toBe(true)
    expect(await outbox(record)).toMatchObject([{ state: 'waiting', before: { days: 2 } }])
  })

  test('a parent is reminded only when the young person is fine with it, at an address of their own', async () => {
    const record = await someone()
    const relationshipId = await record.relationship()
    const email = 'kerry@mail.example.test'
    expect(await answer(record, { relationshipId, email })).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', fields: { agreed: expect.stringContaining('Ask first') } },
    })
    expect(await answer(record, { relationshipId, agreed: 'yes' })).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', fields: { email: expect.any(String) } },
    })
    expect((await answer(record, { relationshipId, email, agreed: 'yes' })).ok).toBe(true)
    await book(record, 3)
    expect(await outbox(record)).toMatchObject([{ young: false, state: 'waiting' }])
  })

  test('nobody is promised a reminder that has no address to go to', async () => {
    const record = await someone()
    await sql(`update people set email = '' where id = $1`, [record.personId])
    expect(await answer(record)).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
    expect(
      await answer(record, { relationshipId: await record.relationship(), email: 'kerry' }),
    ).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', fields: { email: expect.stringContaining('such as') } },
    })
  })

  test('two who ask at once: the second sees what the first wrote down', async () => {
    const record = await someone()
    const both = await Promise.all([answer(record), answer(record, { reminders: 'no' })])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(both.find((one) => !one.ok)).toMatchObject({
      failure: { kind: 'conflict', theirs: { version: '1' } },
    })
  })

  test('a neighbour is refused as for somebody who is not there, and so is a parent of somebody else', async () => {
    const record = await someone()
    const other = await someone()
    const refused = { ok: false, failure: { kind: 'not-found' } }
    expect(
      await changeReminders(
        neighbour.token,
        { personId: record.personId, version: 0, reminders: 'yes' },
        newId(),
      ),
    ).toEqual(refused)
    expect(await answer(record, { relationshipId: await other.relationship() })).toEqual(refused)
    expect(await reminders(neighbour.token, { personId: record.personId })).toEqual(refused)
    expect(
      await meetingCalendar(neighbour.token, {
        personId: record.personId,
        meetingId: await record.meeting(),
      }),
    ).toEqual(refused)
  })

  test('the answer is in the audit, without an address', async () => {
    const record = await someone()
    await answer(record)
    expect(
      await sql(
        `select staff_id, outcome, detail from app.audit_log where person_id = $1 and act = 'changeReminders'`,
        [record.personId],
      ),
    ).toEqual([{ staff_id: amira.id, outcome: 'done', detail: { reminders: true } }])
  })
})

describe('the outbox follows the meetings, in the same transaction', () => {
  test('booked, moved, moved back and cancelled', async () => {
    const record = await someone()
    await answer(record)
    const meetingId = await book(record, 5)
    const form = {
      personId: record.personId,
      meetingId,
      because: 'The bus',
      evenSo: 'yes',
      how: 'face-to-face',
      withStaffId: amira.id,
      minutes: '50',
    }
    const move = async (days: number, version: number) =>
      (await moveMeeting(amira.token, { ...form, on: day(days), at: '14:05', version } as never, newId())).ok
    expect(await move(7, 1)).toBe(true)
    expect(await outbox(record)).toMatchObject([
      { state: 'not-sent', why_not: 'moved' },
      { state: 'waiting', why_not: null },
    ])
    expect(await move(5, 2)).toBe(true)
    expect(await outbox(record)).toMatchObject([
      { state: 'waiting', why_not: null },
      { state: 'not-sent', why_not: 'moved' },
    ])
    const cancelled = await cancelMeeting(
      amira.token,
      { personId: record.personId, meetingId, version: 3, because: 'they-asked' },
      newId(),
    )
    expect(cancelled.ok).toBe(true)
    expect(await outbox(record)).toMatchObject([
      { state: 'not-sent', why_not: 'cancelled' },
      { state: 'not-sent', why_not: 'moved' },
    ])
  })

  test('a meeting booked too late for a reminder says so', async () => {
    const record = await someone()
    await answer(record, { hoursBefore: '48' })
    await book(record, 1)
    expect(await outbox(record)).toMatchObject([{ state: 'not-sent', why_not: 'too-late' }])
  })

  test('nothing is ever taken out of it', async () => {
    await expect(sql('delete from outbox')).rejects.toThrow(/append-only/)
  })
})

describe('the link in a reminder', () => {
  test('turns off the reminders of the one it was sent to, without anybody signing in, and nothing else', async () => {
    const record = await someone()
    const relationshipId = await record.relationship()
    await answer(record)
    await answer(record, { relationshipId, email: 'kerry@mail.example.test', agreed: 'yes' })
    await book(record, 5)
    const link = newToken()
    await sql('update outbox set stop_hash = $2 where person_id = $1 and relationship_id is null', [
      record.personId,
      hashOfToken(link),
    ])
    expect(await turnOffReminders(newToken())).toBe(false)
    await turnOffReminders("'; drop table outbox; --")
    expect((await outbox(record)).map((one) => one.state)).toEqual(['waiting', 'waiting'])
    expect(await turnOffReminders(link)).toBe(true)
    expect(await outbox(record)).toMatchObject([
      { state: 'not-sent', why_not: 'turned-off', young: true },
      { state: 'waiting', young: false },
    ])
    const read = await reminders(amira.token, { personId: record.personId })
    expect(read.ok && read.value.asked.map((one) => one.reminders)).toEqual([false, true])
    expect(
      await sql(`select act, staff_id from app.audit_log where person_id = $1 and act = 'turnOffReminders'`, [
        record.personId,
      ]),
    ).toEqual([{ act: 'turnOffReminders', staff_id: null }])
  })
})

test('the calendar file has a place only where they want it there', async () => {
  const record = await someone()
  const meetingId = await record.meeting(new Date('2027-07-06T13:05Z'))
  const file = async () => {
    const read = await meetingCalendar(amira.token, { personId: record.personId, meetingId })
    return read.ok ? read.value : ''
  }
  expect(await file()).toContain('DTSTART:20270706T130500Z')
  expect(await file()).not.toContain(record.word)
  await answer(record, { placeInCalendar: 'yes' })
  expect(await file()).toContain(`LOCATION:${record.word}`)
})

test('an administrator sees counts and reasons of their own partnership, and nobody’s name', async () => {
  const other = await Partnership.make('Hill Partnership')
  const administrator = await p.worker('administrator')
  const elsewhere = await other.worker('administrator')
  const [here, there] = [
    await jobsState(administrator.token, undefined),
    await jobsState(elsewhere.token, undefined),
  ]
  expect(here.ok && here.value.counts.map((one) => one.whyNot).sort()).toEqual(
    expect.arrayContaining(['cancelled', 'moved', 'too-late', 'turned-off', null]),
  )
  expect(JSON.stringify(here.ok && here.value.counts)).not.toMatch(/Quill|@/)
  expect(there.ok && there.value.counts).toEqual([])
  expect((await jobsState(amira.token, undefined)).ok).toBe(false)
})
