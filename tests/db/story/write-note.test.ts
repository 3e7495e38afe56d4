import { expect, test } from 'vitest'
import { writeNote } from '@/db/story/write-note'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const [amira, jo] = [
    await p.worker('clinician', ours),
    await p.worker('facilitator', theirs, { name: 'Jo Pereira' }),
  ]
  const sam = await p.episode(ours, { worker: amira })
  return {
    amira,
    jo,
    sam,
    note: { personId: sam.personId, happenedOn: '2026-03-09', words: 'He replied “ok cool”.' },
  }
}

test('a note is kept word for word, with its author and an audit row without its words', async () => {
  const { amira, sam, note } = await stage()
  const result = await writeNote(amira.token, note, newId())
  expect(result.ok).toBe(true)
  expect(await sql('select words, by_staff_id from notes where person_id = $1', [sam.personId])).toEqual([
    { words: note.words, by_staff_id: amira.id },
  ])
  const [audit] = await sql("select * from app.audit_log where act = 'writeNote' and person_id = $1", [
    sam.personId,
  ])
  expect(audit).toMatchObject({ staff_id: amira.id, outcome: 'done' })
  expect(JSON.stringify(audit)).not.toContain('ok cool')
})

test('the same form sent twice makes one note and gives the same answer', async () => {
  const { amira, sam, note } = await stage()
  const key = newId()
  const answers = await Promise.all([1, 2, 3].map(() => writeNote(amira.token, note, key)))
  expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
  expect(await sql('select 1 from notes where person_id = $1', [sam.personId])).toHaveLength(1)
})

test('the same form sent again with other words is a conflict that shows both, and overwrites nothing', async () => {
  const { amira, note } = await stage()
  const key = newId()
  await writeNote(amira.token, note, key)
  expect(await writeNote(amira.token, { ...note, words: 'Other words.' }, key)).toMatchObject({
    ok: false,
    failure: { kind: 'conflict', theirs: { words: note.words } },
  })
})

test('another organisation cannot write in the record, and learns nothing but "not found"', async () => {
  const { jo, sam, note } = await stage()
  expect(await writeNote(jo.token, note, newId())).toEqual({ ok: false, failure: { kind: 'not-found' } })
  expect(await writeNote(jo.token, { ...note, personId: newId() }, newId())).toEqual({
    ok: false,
    failure: { kind: 'not-found' },
  })
  expect(await sql('select 1 from notes where person_id = $1', [sam.personId])).toEqual([])
  expect(
    await sql("select outcome from app.audit_log where act = 'writeNote' and staff_id = $1", [jo.id]),
  ).toEqual([{ outcome: 'not-found' }, { outcome: 'not-found' }])
})

test('an ended session, an empty note and a day in the future are each met with words', async () => {
  const { amira, note } = await stage()
  expect(await writeNote('x'.repeat(43), note, newId())).toEqual({
    ok: false,
    failure: { kind: 'signed-out' },
  })
  expect(await writeNote(amira.token, { ...note, words: ' ' }, newId())).toMatchObject({
    failure: { fields: { words: 'Write the note.' } },
  })
  expect(await writeNote(amira.token, { ...note, happenedOn: '2999-01-01' }, newId())).toMatchObject({
    failure: { kind: 'invalid' },
  })
})
