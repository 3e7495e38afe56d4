import { describe, expect, test } from 'vitest'
import { meeting } from '@/db/story/meeting'
import { recordMeeting } from '@/db/story/record-meeting'
import { room } from '@/db/story/room'
import { startMeeting } from '@/db/story/start-meeting'
import { newId } from '@/lib/id'
import { sql } from '../../build/sql'
import {
  begun,
  booked,
  changesOf,
  day,
  inDays,
  meetingRow,
  notesOf,
  type Stage,
  stage,
} from './meeting-stage'

const inTheRoom = async () => {
  const s = await stage()
  const goals = [
    await s.p.goal(s.sam, s.amira, [3, 3], 'Go into town'),
    await s.p.goal(s.sam, s.amira, [2, 4], 'Sleep'),
    await s.p.goal(s.sam, s.amira, [], 'Draw'),
  ] as [string, string, string]
  const [meetingId] = await begun(s)
  const form = {
    personId: s.sam.personId,
    meetingId,
    version: '1',
    attendance: 'came',
    noteOn: day,
    noteAt: '14:00',
    noteKind: 'meeting',
  }
  const save = (more: Record<string, unknown> = {}, who = s.amira, key = newId()) =>
    recordMeeting(who.token, { ...form, ...more } as never, key)
  return { ...s, goals, meetingId, form, save }
}

const ratingsOf = (s: Stage) =>
  sql(
    `select g.words, r.value, r.not_today, r.rater, r.sheet_id, r.rated_on from ratings r join goals g on g.id = r.goal_id
     where r.person_id = $1 and r.sheet_id is not null order by g.rank, g.made_at`,
    [s.sam.personId],
  )
const rated = (goals: readonly string[]) => ({
  rater: 'young-person',
  [`goal-${goals[0]}`]: '3',
  [`goal-${goals[1]}`]: 'not-today',
  [`goal-${goals[1]}-reason`]: 'no-time',
  [`goal-${goals[2]}`]: '0',
})
const nextMeeting = (s: Stage) => ({
  next: 'meeting',
  nextOn: inDays(7),
  nextAt: '14:00',
  nextMinutes: '50',
  nextHow: 'phone',
  nextWithStaffId: s.amira.id,
})

describe('one Save in the room', () => {
  test('keeps who came, the ratings, the note and what happens next, together', async () => {
    const s = await inTheRoom()
    const answer = await s.save({
      ...rated(s.goals),
      noteWords: 'We walked to the corner.\nHe said “ok cool”.',
      ...nextMeeting(s),
      next: ['meeting', 'task'],
      taskForStaffId: s.amira.id,
      taskWords: 'Ring the library',
      taskDueOn: inDays(3),
    })
    expect(answer).toMatchObject({ ok: true })
    expect((await ratingsOf(s)).map((r) => [r.words, r.value, r.not_today])).toEqual([
      ['Go into town', 3, null],
      ['Sleep', null, 'no-time'],
      ['Draw', 0, null],
    ])
    expect(await notesOf(s.sam.personId)).toEqual([
      {
        words: 'We walked to the corner.\nHe said “ok cool”.',
        kind: 'meeting',
        for_them: true,
        not_for_them_because: '',
        meeting_id: s.meetingId,
      },
    ])
    expect(await sql('select how, with_staff_id from meetings where after_id = $1', [s.meetingId])).toEqual([
      { how: 'phone', with_staff_id: s.amira.id },
    ])
    expect(
      await sql('select for_staff_id, words, due_on from tasks where meeting_id = $1', [s.meetingId]),
    ).toEqual([{ for_staff_id: s.amira.id, words: 'Ring the library', due_on: inDays(3) }])
    expect(await meetingRow(s.meetingId)).toMatchObject({ attendance: 'came', version: 2 })
  })

  test('only who came must be said', async () => {
    const s = await inTheRoom()
    expect(await s.save({ attendance: '' })).toMatchObject({
      failure: { fields: { attendance: 'Choose what happened.' } },
    })
    expect(await s.save()).toMatchObject({ ok: true })
    expect(await ratingsOf(s)).toEqual([])
    expect(await notesOf(s.sam.personId)).toEqual([])
  })

  test('afterwards the movement opens, and a goal that has not moved in three asks to be talked about', async () => {
    const s = await inTheRoom()
    await s.save(rated(s.goals))
    const shown = await meeting(s.amira.token, { personId: s.sam.personId, meetingId: s.meetingId })
    expect(shown).toMatchObject({
      value: {
        rated: [
          { words: 'Go into town', talkDue: true },
          { words: 'Sleep', talkDue: false },
          { words: 'Draw', talkDue: false },
        ],
      },
    })
  })

  test('before that the page is sent no earlier rating at all', async () => {
    const s = await inTheRoom()
    const page = await room(s.amira.token, { personId: s.sam.personId, meetingId: s.meetingId })
    expect(page).toMatchObject({ value: { sheet: { goals: [{ words: 'Go into town' }, {}, {}] } } })
    expect(JSON.stringify(page)).not.toMatch(/"value":\d/)
  })
})

describe('when something is missing or wrong', () => {
  test('every part says so at once, and nothing of any part is kept', async () => {
    const s = await inTheRoom()
    const answer = await s.save({
      rater: 'young-person',
      [`goal-${s.goals[0]}`]: '3',
      [`goal-${s.goals[1]}`]: '',
      [`goal-${s.goals[2]}`]: 'not-today',
      noteWords: 'Not for Sam.',
      notForThem: 'yes',
      next: ['meeting', 'nothing'],
      nextOn: '',
    })
    const fields = answer.ok || answer.failure.kind !== 'invalid' ? {} : answer.failure.fields
    expect(Object.keys(fields).sort()).toEqual(
      [
        `goal-${s.goals[1]}`,
        `goal-${s.goals[2]}-reason`,
        'notForThemBecause',
        'next',
        'nextOn',
        'nextAt',
        'nextHow',
        'nextWithStaffId',
      ].sort(),
    )
    expect(await ratingsOf(s)).toEqual([])
    expect(await notesOf(s.sam.personId)).toEqual([])
    expect(await meetingRow(s.meetingId)).toMatchObject({ attendance: null, version: 1 })
  })

  test('sent twice it is kept once; with the same number and other words it is a conflict', async () => {
    const s = await inTheRoom()
    const key = newId()
    const sent = { ...rated(s.goals), noteWords: 'Once.', ...nextMeeting(s) }
    const answers = await Promise.all([1, 2, 3].map(() => s.save(sent, s.amira, key)))
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
    expect(await notesOf(s.sam.personId)).toHaveLength(1)
    expect(await ratingsOf(s)).toHaveLength(3)
    expect(await sql('select 1 from meetings where after_id = $1', [s.meetingId])).toHaveLength(1)
    expect(await s.save({ ...sent, noteWords: 'Other.' }, s.amira, key)).toMatchObject({
      failure: { kind: 'conflict', theirs: { noteWords: 'Once.' } },
    })
  })

  test('two workers at one meeting: the second sees both, and adds theirs over the new version', async () => {
    const s = await inTheRoom()
    await s.save({ noteWords: 'Amira’s words.' })
    const bens = { noteWords: 'Ben’s words.', attendance: 'could-not-come', next: 'nothing' }
    expect(await s.save(bens, s.ben)).toMatchObject({
      failure: { kind: 'conflict', theirs: { attendance: 'Came', version: '2' } },
    })
    expect(await s.save({ ...bens, version: '2' }, s.ben)).toMatchObject({ ok: true })
    expect((await notesOf(s.sam.personId)).map((n) => n.words)).toEqual(['Amira’s words.', 'Ben’s words.'])
    expect(await changesOf(s.meetingId)).toMatchObject([{ attendance: 'came', by_staff_id: s.ben.id }])
  })

  test('a next meeting in the past, with a stranger, or a task for one, is met with a sentence each', async () => {
    const s = await inTheRoom()
    expect(await s.save({ ...nextMeeting(s), nextOn: inDays(-1) })).toMatchObject({
      failure: { fields: { nextOn: expect.stringContaining('past') } },
    })
    expect(await s.save({ ...nextMeeting(s), nextWithStaffId: s.jo.id })).toMatchObject({
      failure: { fields: { nextWithStaffId: expect.any(String) } },
    })
    expect(
      await s.save({ next: 'task', taskForStaffId: s.jo.id, taskWords: 'x', taskDueOn: '' }),
    ).toMatchObject({ failure: { fields: { taskForStaffId: expect.any(String) } } })
  })

  test('before its time, when cancelled, and from another organisation nothing is kept', async () => {
    const s = await inTheRoom()
    const id = await booked(s)
    expect(await s.save({ meetingId: id })).toMatchObject({ failure: { kind: 'refused' } })
    expect(await s.save({ personId: s.maya.personId })).toEqual({ ok: false, failure: { kind: 'not-found' } })
    expect(await s.save({}, s.jo)).toEqual({ ok: false, failure: { kind: 'not-found' } })
    await sql('update meetings set cancelled_at = now() where id = $1', [s.meetingId])
    expect(await s.save()).toMatchObject({ failure: { because: 'This meeting was cancelled.' } })
  })
})

describe('when they did not come', () => {
  test('ratings are not asked, and what happens next is', async () => {
    const s = await inTheRoom()
    const absent = { attendance: 'was-not-brought', attendanceWords: 'No car today.', ...rated(s.goals) }
    expect(await s.save(absent)).toMatchObject({
      failure: { fields: { next: 'Say what happens next, or that nothing is booked on purpose.' } },
    })
    expect(
      await s.save({ ...absent, next: 'nothing', nothingBecause: 'Kerry rings on Monday.' }),
    ).toMatchObject({ ok: true })
    expect(await ratingsOf(s)).toEqual([])
    expect(await meetingRow(s.meetingId)).toMatchObject({
      attendance: 'was-not-brought',
      attendance_words: 'No car today.',
      nothing_next: true,
      nothing_next_because: 'Kerry rings on Monday.',
    })
  })

  test('nothing more is asked where another meeting is booked already', async () => {
    const s = await inTheRoom()
    await booked(s)
    expect(await s.save({ attendance: 'could-not-come' })).toMatchObject({ ok: true })
  })
})

describe('the day it belongs to', () => {
  test('ratings written down a day later are of the day they met', async () => {
    const s = await inTheRoom()
    await sql("update meetings set starts_at = starts_at - interval '1 day' where id = $1", [s.meetingId])
    await s.save(rated(s.goals))
    expect((await ratingsOf(s)).map((r) => r.rated_on)).toEqual([inDays(-1), inDays(-1), inDays(-1)])
  })

  test('a meeting of this evening that was started early can be written down', async () => {
    const s = await inTheRoom()
    await sql(
      "update meetings set starts_at = ($2::date + time '23:59') at time zone 'Europe/London' where id = $1",
      [s.meetingId, day],
    )
    expect(await s.save()).toMatchObject({ failure: { kind: 'refused' } })
    await startMeeting(s.amira.token, { personId: s.sam.personId, meetingId: s.meetingId }, newId())
    expect(await s.save()).toMatchObject({ ok: true })
  })
})

describe('will they read it?', () => {
  test('yes, unless it is marked and explained', async () => {
    const s = await inTheRoom()
    await s.save({
      noteWords: 'A name of somebody else.',
      notForThem: 'yes',
      notForThemBecause: 'About Kerry.',
    })
    expect(await notesOf(s.sam.personId)).toMatchObject([
      { for_them: false, not_for_them_because: 'About Kerry.' },
    ])
  })

  test('the young person’s own account sees what is for them, and not what is not', async () => {
    const s = await inTheRoom()
    await s.save({ noteWords: 'For Sam.' })
    await s.save({
      version: '2',
      noteWords: 'Not for Sam.',
      notForThem: 'yes',
      notForThemBecause: 'About Kerry.',
    })
    expect(await seenByYoungPerson(s)).toEqual(['For Sam.'])
  })
})

/** What row-level security lets Sam's own account read of the notes, asked as the application asks. */
async function seenByYoungPerson(s: Stage): Promise<string[]> {
  const { asRole } = await import('../../build/sql')
  const account = newId()
  await sql(
    "insert into staff (partnership_id, id, name, email, kind, person_id, sign_in_name) values ($1, $2, 'Sam', null, 'young-person', $3, $4)",
    [s.p.id, account, s.sam.personId, `sam${account.slice(-8)}`],
  )
  await sql(
    "insert into memberships (partnership_id, id, staff_id, role, from_day) values ($1, $2, $3, 'young-person', current_date)",
    [s.p.id, newId(), account],
  )
  const token = await s.p.session(account, 'young-person')
  const pool = asRole('app')
  try {
    const client = await pool.connect()
    await client.query(`begin; select set_config('app.session', '${token}', true)`)
    const { rows } = await client.query('select words from notes order by made_at')
    client.release()
    return rows.map((row) => row.words)
  } finally {
    await pool.end()
  }
}
