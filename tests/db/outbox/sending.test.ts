import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { newId } from '@/lib/id'
import { Jobs, until } from '../../build/jobs'
import { MailServer } from '../../build/mail-server'
import { Partnership, type Team, type Worker } from '../../build/partnership'
import { StagedRecord } from '../../build/record'
import { asRole, sql } from '../../build/sql'

let p: Partnership
let team: Team
let amira: Worker
let mail: MailServer
const running: Jobs[] = []

const start = (settings: Record<string, string> = {}) => {
  const jobs = Jobs.start({ SMTP_URL: mail.url, ...settings })
  running.push(jobs)
  return jobs
}

beforeAll(async () => {
  p = await Partnership.make()
  await p.system()
  team = await p.team()
  amira = await p.worker('clinician', team)
  mail = await MailServer.start()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()))
  mail.received.splice(0)
  mail.behaviour = {}
  await sql('delete from graphile_worker._private_jobs')
})
afterAll(() => mail.stop())

/** Somebody who wants reminders, with a meeting tomorrow whose reminder is due now. */
async function due(word = `Zebedee${newId().replaceAll(/\W/g, '')}`) {
  const record = await StagedRecord.make(p, team, amira, { word })
  await record.wantsReminders()
  const meetingId = await record.meeting(new Date(Date.now() + 24 * 3_600_000))
  return { record, meetingId, id: await record.reminder(meetingId) }
}

const row = async (id: string) =>
  (await sql('select state, why_not, attempts, sent_at from outbox where id = $1', [id]))[0]!
const settled = (id: string) => until(async () => ['sent', 'not-sent'].includes((await row(id)).state))

test('two processes at once send each reminder once', async () => {
  const all = await Promise.all(Array.from({ length: 30 }, () => due()))
  start()
  start()
  const ids = all.map(({ id }) => id)
  const waiting = () =>
    sql(`select 1 from outbox where id = any ($1) and state not in ('sent', 'not-sent')`, [ids])
  await until(async () => (await waiting()).length === 0)
  expect(mail.received.map((one) => one.messageId).sort()).toEqual(
    ids.map((id) => `${id}@example.test`).sort(),
  )
  expect(await sql(`select distinct state from outbox where id = any ($1)`, [ids])).toEqual([
    { state: 'sent' },
  ])
})

test('killed after the look and before the mark, it is sent once by the next', async () => {
  const { record, id } = await due()
  // The mark waits for this lock: the process is killed exactly there.
  const hold = asRole('owner')
  const client = await hold.connect()
  await client.query('begin')
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 75))', [record.personId])
  const first = start()
  await until(
    async () => (await sql(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).length > 0,
  )
  await first.kill()
  await client.query('rollback')
  client.release()
  await hold.end()
  expect((await row(id)).state).toBe('waiting')
  start()
  await settled(id)
  expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1 })
  expect(mail.received).toHaveLength(1)
})

test('killed after the mark and before the letter was taken, it is not sent and says that it may have arrived', async () => {
  const { id } = await due()
  const first = start()
  mail.behaviour.recipient = () => {
    void first.kill()
    return undefined
  }
  await until(async () => (await row(id)).state === 'sending')
  await first.kill()
  mail.behaviour = {}
  await sql(`update outbox set sending_at = sending_at - interval '11 minutes' where id = $1`, [id])
  start()
  await settled(id)
  expect(await row(id)).toMatchObject({ state: 'not-sent', why_not: 'unsure' })
  expect(mail.received).toEqual([])
})

test('killed after the letter was taken and before that was noted, it is never sent again', async () => {
  const { id } = await due()
  const first = start()
  mail.behaviour.taken = () => first.kill()
  await until(() => mail.received.length === 1)
  await first.kill()
  mail.behaviour = {}
  await sql(`update outbox set sending_at = sending_at - interval '11 minutes' where id = $1`, [id])
  start()
  await settled(id)
  expect(await row(id)).toMatchObject({ state: 'not-sent', why_not: 'unsure' })
  expect(mail.received).toHaveLength(1)
})

test('without a mail server reminders wait, and the administrator’s page can say so', async () => {
  const { id } = await due()
  start({ SMTP_URL: '' })
  await until(
    async () =>
      (await sql(`select 1 from app.job_runs where name = 'reminders' and words = 'no-mail-server'`)).length >
      0,
  )
  expect((await row(id)).state).toBe('waiting')
})

test('with a mail server that does not answer nothing begins, and the next look tries again', async () => {
  const { id } = await due()
  start({ SMTP_URL: 'smtp://127.0.0.1:9' })
  await until(
    async () => (await sql(`select 1 from app.job_runs where name = 'mail' and not went_well`)).length > 0,
  )
  expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 0 })
})

test('the runner’s own role opens no record and no outbox', async () => {
  const jobs = asRole('jobs')
  for (const table of [
    'public.people',
    'public.outbox',
    'public.contact_preferences',
    'public.meetings',
    'app.sessions',
    'app.audit_log',
  ])
    await expect(jobs.query(`select * from ${table}`)).rejects.toThrow(/permission denied/)
  await expect(jobs.query('create table graphile_worker.more (n int)')).rejects.toThrow(/permission denied/)
  await jobs.end()
})
