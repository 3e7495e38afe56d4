import { beforeAll, describe, expect, test } from 'vitest'
import { correctRating } from '@/db/goals/correct-rating'
import { bookMeeting } from '@/db/story/book-meeting'
import { cancelMeeting } from '@/db/story/cancel-meeting'
import { correctNote } from '@/db/story/correct-note'
import type { Entry } from '@/db/story/entries'
import { moveMeeting } from '@/db/story/move-meeting'
import { noteForm, story } from '@/db/story/reads'
import { undoNote } from '@/db/story/undo-note'
import { whoLooked } from '@/db/story/who-looked'
import { writeNote } from '@/db/story/write-note'
import { addDays, dayOf } from '@/lib/day'
import { newId } from '@/lib/id'
import type { StoryFilter } from '@/lib/story/filter'
import { Partnership, type Team, type Worker } from '../../build/partnership'
import { StagedRecord } from '../../build/record'
import { asRole, sql } from '../../build/sql'

let p: Partnership
let team: Team
let amira: Worker
let ben: Worker
let neighbour: Worker

beforeAll(async () => {
  p = await Partnership.make()
  team = await p.team()
  amira = await p.worker('clinician', team)
  ben = await p.worker('clinician', team, { name: 'Ben Okafor' })
  neighbour = await p.worker('clinician', await p.team({ name: 'Hill EWMHS' }))
})

const someone = () => StagedRecord.make(p, team, amira, { word: 'Whitlow' })
const entriesOf = async (record: StagedRecord, filter: StoryFilter = {}, as = amira): Promise<Entry[]> => {
  const read = await story(as.token, { personId: record.personId, ...filter })
  if (!read.ok) throw new Error(JSON.stringify(read.failure))
  return read.value.entries
}
const today = dayOf(new Date())
const write = async (record: StagedRecord, words: string, by = amira, happenedOn = today) => {
  const written = await writeNote(by.token, { personId: record.personId, happenedOn, words }, newId())
  if (!written.ok) throw new Error(JSON.stringify(written.failure))
  return written.value.noteId
}

describe('a note', () => {
  test('is taken back by whoever wrote it within ten minutes, and stays struck through', async () => {
    const record = await someone()
    const noteId = await write(record, 'Wrong window')
    const undo = (by: Worker) => undoNote(by.token, { personId: record.personId, noteId }, newId())
    expect(await undo(ben)).toMatchObject({ ok: false, failure: { kind: 'refused' } })
    expect(await undo(neighbour)).toEqual({ ok: false, failure: { kind: 'not-found' } })
    expect((await undo(amira)).ok).toBe(true)
    expect(await undo(amira)).toMatchObject({ ok: false, failure: { kind: 'conflict' } })
    const [note] = await entriesOf(record, { kind: 'note' })
    expect(note).toMatchObject({
      words: 'Wrong window',
      corrected: { undo: true, because: '', by: amira.name, replacedBy: null },
    })
  })

  test('after ten minutes is not undone any more, only corrected with a reason', async () => {
    const record = await someone()
    const noteId = await write(record, 'Met at the libary')
    await sql('alter table notes disable trigger append_only')
    await sql(`update notes set made_at = made_at - interval '10 minutes 1 second' where id = $1`, [noteId])
    await sql('alter table notes enable trigger append_only')
    const form = { personId: record.personId, noteId }
    expect(await undoNote(amira.token, form, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
    expect(
      await correctNote(amira.token, { ...form, words: 'Met at the library', because: ' ' }, newId()),
    ).toMatchObject({ ok: false, failure: { kind: 'invalid', fields: { because: expect.any(String) } } })
    expect(
      (await correctNote(amira.token, { ...form, words: 'Met at the library', because: 'Spelling' }, newId()))
        .ok,
    ).toBe(true)
    const notes = await entriesOf(record, { kind: 'note' })
    expect(notes).toMatchObject([
      { words: 'Met at the library', corrected: null, corrects: true },
      {
        words: 'Met at the libary',
        corrected: { because: 'Spelling', undo: false, replacedBy: notes[0]!.id },
      },
    ])
  })

  test('has its words corrected by whoever wrote it; anybody may take it out, with a reason', async () => {
    const record = await someone()
    const noteId = await write(record, 'About somebody else')
    const form = { personId: record.personId, noteId, because: 'It is about another young person' }
    expect(await correctNote(ben.token, { ...form, words: 'Better' }, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
    expect((await correctNote(ben.token, { ...form, takeOut: 'yes' }, newId())).ok).toBe(true)
    expect(await entriesOf(record, { kind: 'note' })).toMatchObject([
      { corrected: { because: form.because, by: 'Ben Okafor', replacedBy: null } },
    ])
    const read = await noteForm(amira.token, { personId: record.personId, noteId })
    expect(read.ok && read.value.note.corrected).toMatchObject({ because: form.because })
    expect(await noteForm(neighbour.token, { personId: record.personId, noteId })).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
  })

  test('of two who put it right at once, one does and the other is told', async () => {
    const record = await someone()
    const noteId = await write(record, 'One')
    const both = await Promise.all(
      ['Two', 'Three'].map((words) =>
        correctNote(amira.token, { personId: record.personId, noteId, words, because: 'Better' }, newId()),
      ),
    )
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(both.find((one) => !one.ok)).toMatchObject({ failure: { kind: 'conflict' } })
    expect(await entriesOf(record, { kind: 'note' })).toHaveLength(2)
  })
})

describe('the story', () => {
  test('tells a meeting booked, moved and cancelled, each with who and why', async () => {
    const record = await someone()
    const day = (days: number) => addDays(today, days)
    const form = {
      personId: record.personId,
      alsoFor: [],
      evenSo: 'yes' as const,
      at: '14:05',
      how: 'face-to-face' as const,
      withStaffId: amira.id,
      place: 'Library',
    }
    const booked = await bookMeeting(amira.token, { ...form, on: day(5) }, newId())
    if (!booked.ok) throw new Error('not booked')
    const { meetingId } = booked.value
    const { alsoFor, ...moving } = form
    expect(
      (
        await moveMeeting(
          amira.token,
          { ...moving, on: day(6), meetingId, version: 1, because: 'The bus does not run' },
          newId(),
        )
      ).ok,
    ).toBe(true)
    expect(
      (
        await cancelMeeting(
          ben.token,
          { personId: record.personId, meetingId, version: 2, because: 'they-asked', words: 'Exams' },
          newId(),
        )
      ).ok,
    ).toBe(true)
    expect(await entriesOf(record, { kind: 'meeting' })).toMatchObject([
      { what: 'cancelled', because: 'they-asked', words: 'Exams', by: 'Ben Okafor' },
      { what: 'moved', words: 'The bus does not run', place: 'Library', by: amira.name },
      { what: 'booked', by: amira.name },
    ])
  })

  test('shows a corrected rating struck through with the reason, beside what stands', async () => {
    const record = await someone()
    const goalId = await record.goal([3])
    const [rating] = await sql('select id from ratings where goal_id = $1', [goalId])
    expect(
      await correctRating(
        amira.token,
        { personId: record.personId, ratingId: rating!.id, value: '8', because: 'Misheard' },
        newId(),
      ),
    ).toMatchObject({ ok: true })
    expect(await entriesOf(record, { kind: 'rating' })).toMatchObject([
      {
        ratings: [
          { value: 3, corrected: { because: 'Misheard' } },
          { value: 8, corrected: null },
        ],
      },
    ])
  })

  test('is filtered by kind, days and who wrote it, and says where the next page begins', async () => {
    const record = await someone()
    for (let n = 1; n <= 28; n++)
      await write(record, `Note ${n}`, n % 2 ? amira : ben, addDays('2026-04-01', n))
    const words = async (filter: StoryFilter) =>
      (await entriesOf(record, { kind: 'note', ...filter })).map((one) =>
        one.kind === 'note' ? one.words : '',
      )
    expect(await words({ from: '2026-04-03', until: '2026-04-04' })).toEqual(['Note 3', 'Note 2'])
    expect(await words({ by: ben.id, until: '2026-04-06' })).toEqual(['Note 4', 'Note 2'])
    const read = await story(amira.token, { personId: record.personId, kind: 'note' })
    const older = (read.ok && read.value.older) || undefined
    expect(older).toMatchObject({ on: '2026-04-05' })
    expect(await words({ before: older })).toEqual(['Note 3', 'Note 2', 'Note 1'])
  })

  test('gives every entry once, whatever the pages cut through', async () => {
    const record = await someone()
    // Sixty of one transaction: the same day and the same instant, told apart by their ids alone.
    await sql(
      `insert into notes (partnership_id, id, episode_id, person_id, happened_on, words, by_staff_id)
       select $1, gen_random_uuid(), $2, $3, '2026-05-01', 'n' || g, $4 from generate_series(1, 60) g`,
      [p.id, record.episodeId, record.personId, amira.id],
    )
    const seen: string[] = []
    let before: StoryFilter['before']
    for (let page = 0; page < 5; page++) {
      const read = await story(amira.token, { personId: record.personId, kind: 'note', before })
      if (!read.ok) throw new Error('not read')
      seen.push(...read.value.entries.map((one) => one.id))
      if (!read.value.older) break
      before = read.value.older
    }
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBe(60)
  })
})

test('the story shows what row-level security shows, and nothing of an episode that another team alone holds', async () => {
  const ours = await someone()
  const theirTeam = await p.team({ name: 'Third' })
  const eve = await p.worker('clinician', theirTeam, { name: 'Eve Third' })
  const theirs = await p.episode(theirTeam, { personId: ours.personId, worker: eve })
  const goalOf = async (episodeId: string) => {
    const goalId = newId()
    const key = [p.id, episodeId, ours.personId, amira.id]
    const put = (table: string, columns: string, values: string, more: unknown[] = []) =>
      sql(
        `insert into ${table} (partnership_id, id, episode_id, person_id, by_staff_id, ${columns}) values ($1, gen_random_uuid(), $2, $3, $4, ${values})`,
        [...key, ...more],
      )
    await sql(
      `insert into goals (partnership_id, id, episode_id, person_id, by_staff_id, words, whose, rank, agreed_on) values ($1, $5, $2, $3, $4, 'x', 'young-person', 1, '2026-03-04')`,
      [...key, goalId],
    )
    await put('notes', 'happened_on, words', `'2026-03-05', 'x'`)
    await put('ratings', 'goal_id, rater, rated_on, value', `$5, 'young-person', '2026-03-05', 3`, [goalId])
    await put('goal_steps', 'goal_id, words', `$5, 'x'`, [goalId])
    await put('talks', 'goal_id, held_on, decision', `$5, '2026-03-05', 'keep-going'`, [goalId])
    await put('meetings', 'with_staff_id, starts_at', `$4, '2026-03-05 10:00'`)
    await put(
      'measure_scores',
      'sitting_id, measure, scale, rater, score, scored_on',
      `gen_random_uuid(), 'ors', 'score', 'young-person', 20, '2026-03-05'`,
    )
    await put(
      'concerns',
      'noticed_on, words, seen_or_heard, done_now, young_person_knows',
      `'2026-03-05', 'x', 'x', 'x', 'yes'`,
    )
  }
  await goalOf(ours.episodeId)
  await goalOf(theirs.id)
  const tables = [
    'notes',
    'ratings',
    'goals',
    'goal_steps',
    'talks',
    'meetings',
    'measure_scores',
    'concerns',
    'episodes',
  ]
  for (const asker of [amira, eve]) {
    const app = asRole('app')
    const client = await app.connect()
    await client.query('begin')
    await client.query(`select set_config('app.session', $1, true)`, [asker.token])
    const allowed = new Set<string>()
    for (const table of tables)
      for (const row of (await client.query(`select id from ${table} where person_id = $1`, [ours.personId]))
        .rows)
        allowed.add(row.id)
    await client.query('rollback')
    client.release()
    await app.end()
    const entries = await entriesOf(ours, {}, asker)
    expect(entries.length).toBeGreaterThan(8)
    expect(new Set(entries.map((one) => one.id))).toEqual(allowed)
  }
})

describe('who looked', () => {
  test('is told by day, with role and team, without one’s own looks, and to nobody out of reach', async () => {
    const record = await someone()
    for (let n = 0; n < 3; n++) await entriesOf(record, {}, ben)
    await entriesOf(record, {}, amira)
    const read = await whoLooked(amira.token, { personId: record.personId })
    expect(read.ok && read.value.looked).toMatchObject([
      { on: today, name: 'Ben Okafor', role: 'clinician', team: 'EWMHS', times: 3, inNeed: false },
    ])
    const other = await whoLooked(ben.token, { personId: record.personId })
    expect(other.ok && other.value.looked.map((one) => one.name)).toEqual([amira.name])
    expect(await whoLooked(neighbour.token, { personId: record.personId })).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
  })
})
