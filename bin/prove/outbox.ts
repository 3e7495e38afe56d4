import { setTimeout as wait } from 'node:timers/promises'
import { Jobs, until } from '@/tests/build/jobs'
import { MailServer, type Received } from '@/tests/build/mail-server'
import { Partnership } from '@/tests/build/partnership'
import { StagedRecord } from '@/tests/build/record'
import { asRole, sql } from '@/tests/build/sql'
import { openScratch } from '../scratch'
import { databaseKilled } from './outbox/database-killed'
import { oncePerJob } from './outbox/once-per-job'
import type { Proof } from './proof'

/** What happens to a reminder's case while the runners are at work. */
type Fate = 'stands' | 'withdrawn' | 'cancelled' | 'moved' | 'new-address' | 'refused' | 'put-off'
const fates: readonly Fate[] = [
  ...['stands', 'stands', 'stands', 'withdrawn', 'cancelled', 'moved', 'new-address'],
  ...['refused', 'put-off'],
] as Fate[]

type Case = { id: string; fate: Fate; personId: string; meetingId: string; word: string; changedAt?: Date }

const letters = (n: number) => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')

/**
 * Reminders under two runners that are killed again and again, by a mail server that refuses, puts off and is cut off in
 * the middle, while people withdraw, move and change. Each is sent once, or says why not; none goes to somebody who had
 * withdrawn before it left.
 */
export const prove: Proof = async ({ short }) => {
  const howMany = short ? 60 : 1_000
  const kills = short ? 2 : 25
  const scratch = await openScratch()
  const mail = await MailServer.start()
  const runners: Jobs[] = []
  const jobs = asRole('jobs')
  jobs.on('error', () => {})
  const start = () => runners.push(Jobs.start({ SMTP_URL: mail.url, ...scratch.urls }))
  let [passed, failed] = [0, 0]
  const claim = (words: string, wrong: number) => {
    console.log(`  ${wrong === 0 ? 'holds ' : 'BROKEN'} ${words}${wrong ? `: ${wrong}` : ''}`)
    if (wrong === 0) passed += 1
    else failed += 1
  }
  try {
    const p = await Partnership.make()
    await p.system()
    const team = await p.team()
    const amira = await p.worker('clinician', team)
    const cases: Case[] = []
    for (let n = 0; n < howMany; n++) {
      const record = await StagedRecord.make(p, team, amira, { word: `Kanarek${letters(n)}q` })
      await record.wantsReminders()
      const meetingId = await record.meeting(new Date(Date.now() + 24 * 3_600_000))
      const id = await record.reminder(meetingId)
      cases.push({
        id,
        fate: fates[n % fates.length]!,
        personId: record.personId,
        meetingId,
        word: record.word,
      })
    }
    const fateOf = new Map(cases.map((one) => [`${one.word}@mail.example.test`, one.fate]))
    const putOff = new Set<string>()
    mail.behaviour = {
      recipient: (address) => {
        const fate = fateOf.get(address)
        if (fate === 'refused') return 550
        if (fate !== 'put-off' || putOff.has(address)) return undefined
        putOff.add(address)
        return 451
      },
      // One that takes its time: the runner is killed while it waits for the answer.
      taken: () => (mail.received.length % 7 === 0 ? wait(40) : undefined),
    }
    start()
    start()
    const look = () => jobs.query(`select graphile_worker.add_job('reminders', job_key := 'reminders')`)
    let working = true
    const looking = (async () => {
      while (working) {
        await look().catch(() => {})
        await sql(`update outbox set try_after = now() where try_after > now()`)
        await wait(300)
      }
    })()
    const changing = (async () => {
      for (const one of cases) {
        await change(one)
        if (!short && cases.indexOf(one) % 10 === 0) await wait(20)
      }
    })()
    for (let n = 0; n < kills; n++) {
      await until(() => mail.received.length > ((n + 1) * howMany) / (kills * 3), 120).catch(() => {})
      await runners.splice(n % 2, 1)[0]?.kill()
      start()
    }
    await changing
    const open = () =>
      sql(`select id, state from outbox where state in ('waiting', 'sending') and due_at <= now()`)
    await until(async () => {
      await sql(
        `update outbox set sending_at = now() - interval '11 minutes' where state = 'sending' and sending_at < now() - interval '20 seconds'`,
      )
      return (await open()).length === 0
    }, 300)
    working = false
    await looking
    const rows = await sql<{ id: string; state: string; why_not: string | null; sending_at: Date | null }>(
      'select id, state, why_not, sending_at from outbox where id = any ($1)',
      [cases.map((one) => one.id)],
    )
    const by = new Map(rows.map((row) => [row.id, row]))
    const got = new Map<string, Received[]>()
    for (const one of mail.received) {
      const id = one.messageId.split('@')[0]!
      got.set(id, [...(got.get(id) ?? []), one])
    }
    const count = (test: (one: Case) => boolean) => cases.filter(test).length
    const sent = (one: Case) => got.get(one.id)?.length ?? 0
    const row = (one: Case) => by.get(one.id)!
    const why = (name: string) => count((one) => row(one).why_not === name)
    console.log(
      `  ${howMany} reminders, ${kills} kills: ${count((one) => row(one).state === 'sent')} sent; not sent: ${[
        ...new Set(rows.map((one) => one.why_not)),
      ]
        .filter((one) => one !== null)
        .map((one) => `${why(one)} ${one}`)
        .join(
          ', ',
        )}. Of those that may have arrived, ${count((one) => row(one).why_not === 'unsure' && sent(one) === 1)} had.`,
    )
    claim(
      'none is lost: each is sent or says why not',
      count((one) => !['sent', 'not-sent'].includes(row(one).state)),
    )
    claim(
      'none arrives twice',
      count((one) => sent(one) > 1),
    )
    claim(
      'each that says "sent" arrived',
      count((one) => row(one).state === 'sent' && sent(one) !== 1),
    )
    claim(
      'none that says "not sent" arrived, but for those that say that it may have',
      count((one) => row(one).state === 'not-sent' && row(one).why_not !== 'unsure' && sent(one) > 0),
    )
    claim(
      'none left for somebody who had withdrawn, or for a meeting that was off, before it left',
      count(
        (one) =>
          ['withdrawn', 'cancelled', 'moved'].includes(one.fate) &&
          row(one).sending_at !== null &&
          one.changedAt !== undefined &&
          one.changedAt < row(one).sending_at!,
      ),
    )
    claim(
      'none went to an address that had been changed before it left',
      count(
        (one) =>
          one.fate === 'new-address' &&
          one.changedAt !== undefined &&
          (row(one).sending_at ?? new Date(0)) > one.changedAt &&
          (got.get(one.id) ?? []).some((letter) => !letter.to[0]!.startsWith('new-')),
      ),
    )
    claim(
      'no letter has a name in it',
      mail.received.filter((one) => /kanarek/i.test(one.raw.replace(/^To: .*$/m, '') + one.text)).length,
    )
    mail.behaviour = {}
    const later = []
    for (let n = 0; n < 3; n++) {
      const record = await StagedRecord.make(p, team, amira, { word: `Later${letters(n)}q` })
      await record.wantsReminders()
      const id = await record.reminder(await record.meeting(new Date(Date.now() + 24 * 3_600_000)))
      await sql(`update outbox set due_at = now() + interval '1 hour' where id = $1`, [id])
      later.push(id)
    }
    claim(
      'a runner whose database was killed and came back goes on by itself',
      await databaseKilled(scratch.server, runners[0]!, later),
    )
    const lost = await oncePerJob(short ? 500 : 10_000)
    claim(`two runners take each of ${short ? 500 : '10,000'} jobs once`, lost)
  } finally {
    await Promise.all(runners.map((one) => one.kill()))
    await jobs.end()
    await mail.stop()
    await scratch.close()
  }
  return { passed, failed }
}

/** Done by the owner of the database in one statement, so that the moment it holds from is known exactly. */
async function change(one: Case): Promise<void> {
  const statements: Partial<Record<Fate, [string, string]>> = {
    withdrawn: ['update contact_preferences set reminders = false where person_id = $1', one.personId],
    cancelled: ['update meetings set cancelled_at = now() where id = $1', one.meetingId],
    moved: [`update meetings set starts_at = starts_at + interval '1 hour' where id = $1`, one.meetingId],
    'new-address': [`update people set email = 'new-' || email where id = $1`, one.personId],
  }
  const statement = statements[one.fate]
  if (!statement) return
  await sql(statement[0], [statement[1]])
  one.changedAt = (await sql<{ now: Date }>('select clock_timestamp() as now'))[0]!.now
}
