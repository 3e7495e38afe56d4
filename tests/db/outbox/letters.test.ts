import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { deliver } from '@/db/outbox/deliver'
import { newId } from '@/lib/id'
import { allowed } from '../../build/family'
import { MailServer } from '../../build/mail-server'
import { Partnership, type Team, type Worker } from '../../build/partnership'
import { StagedRecord } from '../../build/record'
import { sql } from '../../build/sql'

let p: Partnership
let team: Team
let amira: Worker
let mail: MailServer
let system: Worker

/** As the job does it. */
const send = (id: string) =>
  deliver(system.token, id, {
    url: new URL(mail.url),
    from: 'My pages <pages@example.test>',
    host: 'example.test',
  })

beforeAll(async () => {
  p = await Partnership.make()
  system = await p.system()
  team = await p.team()
  amira = await p.worker('clinician', team)
  mail = await MailServer.start()
})
afterEach(() => {
  mail.received.splice(0)
  mail.behaviour = {}
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
test('a letter says nothing but that there is a meeting, and when', async () => {
  const { record, id } = await due()
  await record.wantsReminders(await record.relationship())
  await send(id)
  const [one] = mail.received
  expect(one!.to).toEqual([`${record.word}@mail.example.test`])
  expect(one!.subject).toBe('A reminder')
  const said = one!.raw.replace(/^To: .*$/m, '') + one!.text
  expect(said).not.toMatch(new RegExp(record.word, 'i'))
  expect(said).not.toMatch(/Sam|Whitlow|Amira|EWMHS|Estuary|health|clinic|nhs|camhs|therap|footpath/i)
  expect(one!.text).toMatch(/You have a meeting on \w+day \d+ \w+ at \d\d:\d\d\. Sign in to see more\./)
  expect(one!.text).toContain('SUMMARY:Meeting')
  expect(one!.text).not.toContain('LOCATION')
})

test('whoever turned reminders off, moved away or changed address meanwhile is not written to', async () => {
  const [off, cancelled, moved, ended, changed] = await Promise.all([due(), due(), due(), due(), due()])
  await sql('update contact_preferences set reminders = false where person_id = $1', [off!.record.personId])
  await sql(`update meetings set cancelled_at = now() where id = $1`, [cancelled!.meetingId])
  await sql(`update meetings set starts_at = starts_at + interval '1 hour' where id = $1`, [moved!.meetingId])
  await sql(
    `update episodes set status = 'ended', named_worker_id = null, ended_on = current_date, ended_how = 'planned' where id = $1`,
    [ended!.record.episodeId],
  )
  await sql(`update people set email = 'new@mail.example.test' where id = $1`, [changed!.record.personId])
  for (const one of [off, cancelled, moved, ended, changed]) await send(one!.id)
  expect((await row(off!.id)).why_not).toBe('turned-off')
  expect((await row(cancelled!.id)).why_not).toBe('cancelled')
  expect((await row(moved!.id)).why_not).toBe('moved')
  expect((await row(ended!.id)).why_not).toBe('no-open-episode')
  expect(mail.received.map((one) => one.to)).toEqual([['new@mail.example.test']])
})

test('a parent is not reminded once the young person took back that they may know about meetings', async () => {
  const { record, meetingId } = await due()
  const relationshipId = await record.relationship()
  await record.wantsReminders(relationshipId)
  const id = await record.reminder(meetingId, relationshipId)
  const allowance = await allowed(amira, { personId: record.personId, relationshipId }, 'meetings')
  await sql('update allowances set ended_at = now(), ended_by = $2 where id = $1', [allowance, amira.id])
  await send(id)
  expect(await row(id)).toMatchObject({ state: 'not-sent', why_not: 'not-allowed' })
  expect(mail.received).toEqual([])
})

test('an address the mail server does not take is not tried again; one it puts off is, later', async () => {
  const [gone, busy] = [await due(), await due()]
  mail.behaviour.recipient = (address) => (address.startsWith(gone.record.word) ? 550 : 451)
  await send(gone.id)
  await send(busy.id)
  expect(await row(busy.id)).toMatchObject({ state: 'waiting', attempts: 1 })
  expect(await row(gone.id)).toMatchObject({ state: 'not-sent', why_not: 'refused', attempts: 1 })
  const [later] = await sql(`select try_after > now() as later from outbox where id = $1`, [busy.id])
  expect(later).toEqual({ later: true })
  expect(mail.received).toEqual([])
})

test('the demonstration sends nothing, and says so', async () => {
  const { id } = await due()
  await sql('update partnerships set demonstration = true where id = $1', [p.id])
  await send(id)
  await sql('update partnerships set demonstration = false where id = $1', [p.id])
  expect(await row(id)).toMatchObject({ state: 'not-sent', why_not: 'demonstration' })
  expect(mail.received).toEqual([])
})
