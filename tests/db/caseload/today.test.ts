import { expect, test } from 'vitest'
import { finishTask } from '@/db/caseload/finish-task'
import { today } from '@/db/caseload/today'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { asRole, sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const [amira, ben] = [
    await p.worker('clinician', ours),
    await p.worker('clinician', ours, { name: 'Ben Okafor' }),
  ]
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const sam = await p.episode(ours, { worker: amira })
  const meeting = (time: string, also?: Worker, attendance: string | null = null) =>
    sql(
      `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, also_staff_id, starts_at, attendance, by_staff_id)
       values ($1, $2, $3, $4, $5, $6, (current_date + $7::time) at time zone 'Europe/London', $8, $5)`,
      [p.id, newId(), sam.id, sam.personId, amira.id, also?.id ?? null, time, attendance],
    )
  const task = async (who: Worker, due: string) => {
    const id = newId()
    await sql(
      `insert into tasks (partnership_id, id, episode_id, person_id, for_staff_id, kind, words, due_on) values ($1, $2, $3, $4, $5, 'ask', 'Ask about school', ${due})`,
      [p.id, id, sam.id, sam.personId, who.id],
    )
    return id
  }
  return { p, ours, theirs, amira, ben, jo, sam, meeting, task }
}

const dayOf = async (who: Worker) => {
  const result = await today(who.token, undefined)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

test('today’s meetings are in time order, one’s own and joint ones, with the goals due a rating', async () => {
  const { p, amira, ben, sam, meeting } = await stage()
  await p.goal(sam, amira, [2, 3])
  await meeting('23:59')
  await meeting('00:00', ben, 'came')
  await sql(
    `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, by_staff_id) values ($1, $2, $3, $4, $5, now() + interval '2 days', $5)`,
    [p.id, newId(), sam.id, sam.personId, amira.id],
  )
  const mine = await dayOf(amira)
  expect(mine.meetings?.map((m) => [m.time, m.other, m.attendance, m.when, m.due])).toEqual([
    ['00:00', 'Ben Okafor', 'came', 'past', 1],
    ['23:59', null, null, 'next', 1],
  ])
  expect((await dayOf(ben)).meetings?.map((m) => [m.time, m.other])).toEqual([['00:00', 'Amira Hussain']])
})

test('a day with nothing in it is empty, and says how many wait', async () => {
  const { p, ours, theirs, amira } = await stage()
  await p.episode(ours)
  await p.episode(theirs)
  expect(await dayOf(amira)).toMatchObject({ meetings: [], handovers: [], tasks: [], waiting: 1 })
})

test('a hand-over is on the day of both workers; an invitation waits for the whole receiving team', async () => {
  const { p, ours, theirs, amira, ben, jo, sam } = await stage()
  await sql(
    `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, return_contact_id, step, invited_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, 'getting-ready', now())`,
    [p.id, newId(), sam.id, sam.personId, ours.id, theirs.id, amira.id],
  )
  expect((await dayOf(amira)).handovers).toMatchObject([{ step: 'Getting ready', invited: false, days: 0 }])
  expect((await dayOf(jo)).handovers).toMatchObject([{ invited: true }])
  expect((await dayOf(ben)).handovers).toEqual([])
})

test('tasks are one’s own, the most overdue first, and a finished one is gone', async () => {
  const { amira, ben, task } = await stage()
  const soon = await task(amira, 'current_date + 2')
  const late = await task(amira, 'current_date - 3')
  const bens = await task(ben, 'current_date')
  expect((await dayOf(amira)).tasks?.map((t) => [t.id, t.late])).toEqual([
    [late, 3],
    [soon, -2],
  ])
  expect(await finishTask(amira.token, { taskId: late }, newId())).toMatchObject({ ok: true })
  expect((await dayOf(amira)).tasks?.map((t) => t.id)).toEqual([soon])
  expect(await sql('select done_by from tasks where id = $1 and done_at is not null', [late])).toEqual([
    { done_by: amira.id },
  ])
  expect(await finishTask(amira.token, { taskId: late }, newId())).toMatchObject({
    failure: { kind: 'refused' },
  })
  expect(await finishTask(amira.token, { taskId: bens }, newId())).toEqual({
    ok: false,
    failure: { kind: 'not-found' },
  })
})

test('another organisation’s task is not found', async () => {
  const { amira, jo, task } = await stage()
  const id = await task(amira, 'current_date')
  expect(await finishTask(jo.token, { taskId: id }, newId())).toEqual({
    ok: false,
    failure: { kind: 'not-found' },
  })
})

test('when one part cannot be read the rest is shown, and the page knows which is missing', async () => {
  const { amira, meeting, task } = await stage()
  await meeting('23:59')
  await task(amira, 'current_date')
  // Somebody changes the table of tasks at this moment: whoever reads it waits, and then is sent away.
  const pool = asRole('owner')
  const holder = await pool.connect()
  try {
    await holder.query('begin; lock table tasks in access exclusive mode')
    const day = await dayOf(amira)
    expect(day).toMatchObject({ tasks: null, missing: ['tasks'], handovers: [], waiting: 0 })
    expect(day.meetings).toHaveLength(1)
  } finally {
    await holder.query('rollback')
    holder.release()
    await pool.end()
  }
  expect(await dayOf(amira)).toMatchObject({ tasks: [{}], missing: [] })
})

test('a goal that has not moved in the last three ratings is said, in its own words', async () => {
  const { p, amira, sam, meeting } = await stage()
  await p.goal(sam, amira, [3, 3, 3], 'Go into town')
  await p.goal(sam, amira, [2, 4, 6], 'Sleep')
  await meeting('23:59')
  expect((await dayOf(amira)).meetings).toMatchObject([{ still: 'Go into town' }])
})

test('meetings of earlier days that nobody wrote down stay on the day of both workers until somebody does', async () => {
  const { p, amira, ben, sam } = await stage()
  const id = newId()
  await sql(
    `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, also_staff_id, starts_at, by_staff_id)
     values ($1, $2, $3, $4, $5, $6, now() - interval '2 days', $5)`,
    [p.id, id, sam.id, sam.personId, amira.id, ben.id],
  )
  expect((await dayOf(amira)).unwritten).toMatchObject([{ id }])
  expect((await dayOf(ben)).unwritten).toMatchObject([{ id }])
  await sql("update meetings set attendance = 'came' where id = $1", [id])
  expect((await dayOf(ben)).unwritten).toEqual([])
})

test('a hand-over nobody heard of for longer than two weeks is late, and says what is still to do', async () => {
  const { p, ours, theirs, amira, sam } = await stage()
  await sql(
    `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, return_contact_id, step, made_at, step_since)
     values ($1, $2, $3, $4, $5, $6, $7, $7, 'thinking', now() - interval '17 days', now() - interval '17 days')`,
    [p.id, newId(), sam.id, sam.personId, ours.id, theirs.id, amira.id],
  )
  expect((await dayOf(amira)).handovers).toMatchObject([{ late: 3, missing: expect.any(Array) }])
})
