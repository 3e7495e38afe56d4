import { describe, expect, test } from 'vitest'
import { finishTask } from '@/db/caseload/finish-task'
import { today as todayRead } from '@/db/caseload/today'
import { addToConcern } from '@/db/concerns/add-to-concern'
import { noteConcern } from '@/db/concerns/note-concern'
import { readConcern } from '@/db/concerns/read-concern'
import { readConcerns, readOneConcern } from '@/db/concerns/reads'
import { dayOf } from '@/lib/day'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { sql } from '../../build/sql'

const today = dayOf(new Date())
const yesterday = dayOf(Date.now() - 86_400_000)

const stage = async () => {
  const p = await Partnership.make()
  const [ours, theirs] = [await p.team(), await p.team({ name: 'Mind', kind: 'community' })]
  const amira = await p.worker('clinician', ours)
  const ben = await p.worker('clinician', ours, { name: 'Ben Okafor' })
  const lena = await p.worker('team-lead', ours, { name: 'Lena Marsh' })
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const marcus = await p.worker('team-lead', theirs, { name: 'Marcus Bell' })
  const episode = await p.episode(ours, { worker: amira })
  const { personId } = episode
  const words = {
    personId,
    noticedOn: today,
    words: 'They have nowhere safe to sleep tonight.',
    seenOrHeard: '“i cant go back there” by text',
    doneNow: 'They are at the library with me until six.',
    youngPersonKnows: 'yes' as const,
    youngPersonWords: '',
  }
  const telling = {
    told: 'told' as const,
    toldName: 'R. Day',
    toldRole: 'Duty social worker',
    toldAgency: 'Children’s social care',
    toldOn: yesterday,
    toldAt: '16:20',
  }
  const note = (by: Worker, more: object = telling) =>
    noteConcern(by.token, { ...words, ...more } as never, newId()) as ReturnType<typeof noteConcern>
  const waiting = async (who: Worker) => {
    const result = await todayRead(who.token, undefined)
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
    return (result.value.concerns ?? []).map((one) => one.concernId)
  }
  const read = (by: Worker, concernId: string, upTo: number) =>
    readConcern(by.token, { personId, concernId, upTo }, newId())
  return {
    p,
    ours,
    theirs,
    amira,
    ben,
    lena,
    jo,
    marcus,
    episode,
    personId,
    words,
    telling,
    note,
    waiting,
    read,
  }
}

const ok = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

describe('a concern about safety', () => {
  test('is kept in words, with who was told and when, and can never be changed', async () => {
    const { amira, personId, note, words } = await stage()
    const { concernId } = ok(await note(amira))
    const shown = ok(await readOneConcern(amira.token, { personId, concernId }))
    expect(shown.concern).toMatchObject({
      words: words.words,
      seenOrHeard: words.seenOrHeard,
      doneNow: words.doneNow,
    })
    expect(shown.additions).toMatchObject([
      { number: 1, toldName: 'R. Day', toldRole: 'Duty social worker', toldAgency: 'Children’s social care' },
    ])
    expect(shown.told).toBe(true)
    await expect(sql("update concerns set words = 'x' where id = $1", [concernId])).rejects.toThrow(
      'append-only',
    )
    await expect(sql('delete from concern_additions where concern_id = $1', [concernId])).rejects.toThrow(
      'append-only',
    )
    const [audit] = await sql("select * from app.audit_log where act = 'noteConcern' and person_id = $1", [
      personId,
    ])
    expect(JSON.stringify(audit)).not.toContain('nowhere safe')
  })

  test('says who was told by name, role, agency, day and time, or that nobody was told yet', async () => {
    const { amira, note, telling } = await stage()
    for (const field of ['toldName', 'toldRole', 'toldAgency', 'toldOn', 'toldAt'])
      expect(await note(amira, { ...telling, [field]: '' })).toMatchObject({
        failure: { kind: 'invalid', fields: { [field]: expect.any(String) } },
      })
    expect(await note(amira, {})).toMatchObject({
      failure: { fields: { told: expect.stringMatching(/who was told/) } },
    })
    const later = { toldOn: dayOf(Date.now() + 2 * 86_400_000), toldAt: '10:00' }
    expect(await note(amira, { ...telling, ...later })).toMatchObject({ failure: { kind: 'invalid' } })
    expect(await sql('select 1 from concerns where by_staff_id = $1', [amira.id])).toEqual([])
  })

  test('not yet told: whoever wrote it has a task due today, which ends when somebody has been told', async () => {
    const { amira, personId, note, telling } = await stage()
    const { concernId } = ok(await note(amira, { told: 'not-yet' }))
    const task = () =>
      sql<{ id: string; due_on: string; done: boolean }>(
        'select id, due_on::text, done_at is not null as done from tasks where for_staff_id = $1',
        [amira.id],
      )
    const [made] = await task()
    expect(made).toMatchObject({ due_on: today, done: false })
    // Ticking it off without saying who was told would leave nobody told.
    expect(await finishTask(amira.token, { taskId: made!.id }, newId())).toMatchObject({
      failure: { kind: 'refused' },
    })
    const { told: _, ...typed } = telling
    ok(await addToConcern(amira.token, { personId, concernId, words: '', ...typed }, newId()))
    expect(await task()).toMatchObject([{ done: true }])
  })

  test('empty words, a day to come and a field too many are met with words; a choice of level does not exist', async () => {
    const { amira, note, telling } = await stage()
    for (const field of ['words', 'seenOrHeard', 'doneNow'])
      expect(await note(amira, { ...telling, [field]: ' ' })).toMatchObject({
        failure: { fields: { [field]: expect.any(String) } },
      })
    expect(await note(amira, { ...telling, noticedOn: '2999-01-01' })).toMatchObject({
      failure: { kind: 'invalid' },
    })
    expect(await note(amira, { ...telling, level: 'high' })).toMatchObject({
      failure: { fields: { level: expect.any(String) } },
    })
    const columns = await sql<{ c: string }>(
      `select column_name as c from information_schema.columns where table_name ~ '^(concern|plan)'`,
    )
    expect(columns.filter(({ c }) => /risk|level|severity|score|colour|priority/.test(c))).toEqual([])
  })
})

describe('those who must see a concern', () => {
  test('are the named worker and the lead of the team; it stays on their Today until they have read it', async () => {
    const { amira, ben, lena, marcus, note, waiting, read } = await stage()
    const { concernId } = ok(await note(ben))
    expect(await waiting(amira)).toEqual([concernId])
    expect(await waiting(lena)).toEqual([concernId])
    expect(await waiting(ben)).toEqual([])
    expect(await waiting(marcus)).toEqual([])
    ok(await read(amira, concernId, 1))
    expect(await waiting(amira)).toEqual([])
    expect(await waiting(lena)).toEqual([concernId])
    // Twice is the same as once; a colleague for whom it is not has nothing to say.
    ok(await read(amira, concernId, 1))
    expect(await read(ben, concernId, 1)).toMatchObject({ failure: { kind: 'refused' } })
  })

  test('include the worker beside and the lead of the other team while a hand-over is under way', async () => {
    const { p, ours, theirs, amira, jo, marcus, lena, episode, personId, note, waiting } = await stage()
    const entry = newId()
    await sql(
      `insert into sharing_entries (partnership_id, id, person_id, recipient_team_id, purpose, wish, basis, from_day, by_staff_id)
       values ($1, $2, $3, $4, 'handover', 'yes', 'consent-16', '2026-03-01', $5)`,
      [p.id, entry, personId, theirs.id, amira.id],
    )
    const handover = newId()
    await sql(
      `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id,
         receiving_worker_id, return_contact_id, step, sharing_entry_id, invited_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $7, 'getting-ready', $9, now())`,
      [p.id, handover, episode.id, personId, ours.id, theirs.id, amira.id, jo.id, entry],
    )
    const { concernId } = ok(await note(amira))
    expect(await waiting(jo)).toEqual([])
    expect(await waiting(marcus)).toEqual([concernId])
    expect(await waiting(lena)).toEqual([concernId])
    // Whoever joins later has what was written before to read.
    await sql('update handovers set accepted_at = now() where id = $1', [handover])
    expect(await waiting(jo)).toEqual([concernId])
  })

  test('include whoever becomes the named worker afterwards, and the duty worker while nobody is named', async () => {
    const { p, ours, amira, ben, episode, personId, words, telling, note, waiting } = await stage()
    const { concernId } = ok(await note(amira))
    expect(await waiting(ben)).toEqual([])
    await sql('update episodes set named_worker_id = $2 where id = $1', [episode.id, ben.id])
    expect(await waiting(ben)).toEqual([concernId])
    const nobody = await p.episode(ours)
    const other = ok(
      await noteConcern(amira.token, { ...words, ...telling, personId: nobody.personId }, newId()),
    )
    const seen = await sql<{ because: string }>(
      "select because from concern_sightings where concern_id = $1 and because = 'duty'",
      [other.concernId],
    )
    expect(seen).toHaveLength(1)
    expect(personId).not.toBe(nobody.personId)
  })

  test('have it again when something is added, also whoever wrote it; what was added while they read is not read', async () => {
    const { amira, ben, personId, note, waiting, read } = await stage()
    const { concernId } = ok(await note(ben))
    ok(await read(amira, concernId, 1))
    const add = (by: Worker, words: string) => addToConcern(by.token, { personId, concernId, words }, newId())
    ok(await add(amira, 'They are at their aunt’s.'))
    expect(await waiting(amira)).toEqual([])
    expect(await waiting(ben)).toEqual([concernId])
    ok(await add(ben, 'The aunt rang back.'))
    // Amira’s page was drawn before Ben’s words.
    ok(await read(amira, concernId, 2))
    expect(await waiting(amira)).toEqual([concernId])
    ok(await read(amira, concernId, 3))
    expect(await waiting(amira)).toEqual([])
    expect(await read(amira, concernId, 99)).toMatchObject({ failure: { kind: 'invalid' } })
  })

  test('have it again also when they wrote it themselves and a colleague adds to it', async () => {
    const { amira, ben, personId, note, waiting } = await stage()
    const { concernId } = ok(await note(amira))
    expect(await waiting(amira)).toEqual([])
    ok(await addToConcern(ben.token, { personId, concernId, words: 'The school rang.' }, newId()))
    expect(await waiting(amira)).toEqual([concernId])
  })

  test('ten additions at once are ten, numbered without a gap', async () => {
    const { amira, ben, personId, note } = await stage()
    const { concernId } = ok(await note(ben, { told: 'not-yet' }))
    const added = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        addToConcern((i % 2 ? amira : ben).token, { personId, concernId, words: `Addition ${i}` }, newId()),
      ),
    )
    expect(added.every((one) => one.ok)).toBe(true)
    const shown = ok(await readOneConcern(amira.token, { personId, concernId }))
    expect(shown.additions.map((one) => one.number)).toEqual(Array.from({ length: 10 }, (_, i) => i + 1))
    expect(await addToConcern(amira.token, { personId, concernId, words: ' ' }, newId())).toMatchObject({
      failure: { fields: { words: 'Write what happened, or who was told.' } },
    })
  })
})

describe('nobody else', () => {
  test('another organisation learns nothing but "not found"', async () => {
    const { jo, amira, personId, words, telling, note, read } = await stage()
    const { concernId } = ok(await note(amira))
    const nothing = { ok: false, failure: { kind: 'not-found' } }
    expect(await noteConcern(jo.token, { ...words, ...telling }, newId())).toEqual(nothing)
    expect(await addToConcern(jo.token, { personId, concernId, words: 'x' }, newId())).toEqual(nothing)
    expect(await read(jo, concernId, 0)).toEqual(nothing)
    expect(await readConcerns(jo.token, { personId })).toEqual(nothing)
    expect(await readOneConcern(jo.token, { personId, concernId })).toEqual(nothing)
  })

  test('neither the young person’s own account nor a parent’s finds a row of it, not even by direct SQL', async () => {
    const { p, amira, personId, note } = await stage()
    const { concernId } = ok(await note(amira))
    const relationshipId = newId()
    await sql(
      "insert into relationships (partnership_id, id, person_id, name, relation) values ($1, $2, $3, 'Kerry', 'mother')",
      [p.id, relationshipId, personId],
    )
    const { asRole } = await import('../../build/sql')
    for (const who of [await p.ownAccount(personId), await p.ownAccount(personId, { relationshipId })]) {
      expect(await readOneConcern(who.token, { personId, concernId })).toMatchObject({ ok: false })
      const pool = asRole('app')
      const client = await pool.connect()
      await client.query('begin')
      await client.query("select set_config('app.session', $1, true)", [who.token])
      for (const table of ['concerns', 'concern_additions', 'concern_sightings'])
        expect((await client.query(`select 1 from ${table}`)).rowCount, table).toBe(0)
      await client.query('rollback')
      client.release()
      await pool.end()
    }
  })
})
