import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { auditPage, auditTrail, readAuditFilter } from '@/db/audit/reads'
import { sealAudit } from '@/db/audit/seal'
import { writeNote } from '@/db/story/write-note'
import { newId } from '@/lib/id'
import { asRole, sql } from '../../build/sql'
import { stage } from './stage'

const everything = readAuditFilter({})

test('the log says who did what to whose record, by an opaque reference and never a name', async () => {
  const { p, ada, amira, ewmhs } = await stage()
  const sam = await p.episode(ewmhs, { personId: await p.person({ familyName: 'Zephyrine' }), worker: amira })
  await writeNote(
    amira.token,
    { personId: sam.personId, happenedOn: '2026-03-09', words: 'Secret words.' },
    newId(),
  )
  const trail = await auditTrail(ada.token, everything)
  expect(trail).toMatchObject({
    value: {
      rows: [
        {
          who: amira.name,
          role: 'Clinician',
          what: 'Write note',
          outcome: 'Done',
          record: { reference: sam.personId.slice(-8) },
        },
      ],
    },
  })
  expect(JSON.stringify(trail)).not.toMatch(/Zephyrine|Secret words/)
})

test('who looked at the log is in the log', async () => {
  const { p, ada } = await stage()
  const pat = await p.worker('privacy-officer', undefined, { name: 'Pat Privacy' })
  expect(await auditTrail(pat.token, everything)).toMatchObject({ ok: true })
  expect(await auditTrail(ada.token, everything)).toMatchObject({
    value: { rows: [{ who: 'Pat Privacy', what: 'Audit log', outcome: 'Opened' }] },
  })
})

test('it is chosen by person, act, outcome and record', async () => {
  const { p, ada, amira, mind, ewmhs } = await stage()
  const jo = await p.worker('facilitator', mind, { name: 'Jo Pereira' })
  const sam = await p.episode(ewmhs, { worker: amira })
  const note = { personId: sam.personId, happenedOn: '2026-03-09', words: 'One.' }
  await writeNote(amira.token, note, newId())
  await writeNote(jo.token, note, newId())
  const chosen = async (asked: Record<string, string>) => {
    const answer = await auditTrail(ada.token, readAuditFilter(asked))
    return answer.ok ? answer.value.rows.map((row) => `${row.who}: ${row.outcome}`) : answer
  }
  expect(await chosen({ staff: jo.id })).toEqual(['Jo Pereira: Not found, or out of reach'])
  expect(await chosen({ act: 'writeNote', outcome: 'done' })).toEqual(['Amira Hussain: Done'])
  expect(await chosen({ act: 'publish' })).toEqual([])
  expect(await chosen({ record: sam.personId, act: 'writeNote' })).toEqual(['Amira Hussain: Done'])
  expect(await chosen({ staff: "' or true", act: 'writeNote', outcome: 'nonsense' })).toHaveLength(2)
})

test('fifty rows a page, each row on one page only', async () => {
  const { p, ada, amira } = await stage()
  await sql(
    "insert into app.audit_log (partnership_id, staff_id, role, act, outcome) select $1, $2, 'clinician', 'today', 'opened' from generate_series(1, 70)",
    [p.id, amira.id],
  )
  const first = await auditTrail(ada.token, readAuditFilter({ staff: amira.id }))
  const older = first.ok ? first.value.older : null
  const second = await auditTrail(ada.token, readAuditFilter({ staff: amira.id, before: older ?? '' }))
  const ids = [first, second].flatMap((answer) => (answer.ok ? answer.value.rows.map((row) => row.id) : []))
  expect(first.ok && first.value.rows).toHaveLength(auditPage)
  expect(new Set(ids).size).toBe(70)
  expect(second.ok && second.value.older).toBeNull()
})

test('it says how far the log is sealed and how many rows wait', async () => {
  const { ada, p } = await stage()
  const { privateKey } = generateKeyPairSync('ed25519')
  const pool = asRole('sealer')
  const sealer = await pool.connect()
  await sql("insert into app.audit_log (partnership_id, act, outcome) values ($1, 'signIn', 'failed')", [
    p.id,
  ])
  const before = await auditTrail(ada.token, everything)
  expect(before).toMatchObject({ value: { waiting: 1 } })
  // A transaction of another test may still be running: what is younger than it waits for the next turn.
  await expect
    .poll(async () => {
      await sealAudit(sealer, privateKey)
      return auditTrail(ada.token, everything)
    })
    .toMatchObject({ value: { waiting: 0, sealedAt: expect.any(Date) } })
  sealer.release()
  await pool.end()
})

test('a clinician does not read the log, and the neighbour sees nothing of ours', async () => {
  const { ada, amira, outsider } = await stage()
  await auditTrail(ada.token, everything)
  expect(await auditTrail(amira.token, everything)).toMatchObject({ failure: { kind: 'refused' } })
  expect(await auditTrail(outsider.token, everything)).toMatchObject({ value: { rows: [], waiting: 0 } })
})
