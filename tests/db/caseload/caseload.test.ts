import { expect, test } from 'vitest'
import { caseload, readFilter } from '@/db/caseload/caseload'
import { newId } from '@/lib/id'
import { type Episode, Partnership, type Team, type Worker } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const [amira, ben] = [
    await p.worker('clinician', ours),
    await p.worker('clinician', ours, { name: 'Ben Okafor' }),
  ]
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const held = async (givenName: string, by: Worker, team: Team = ours) =>
    p.episode(team, { personId: await p.person({ givenName, familyName: 'Whitlow' }), worker: by })
  return { p, ours, theirs, amira, ben, jo, held }
}

const list = async (who: Worker, asked: Record<string, string> = {}) => {
  const result = await caseload(who.token, readFilter(asked))
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
const namesOf = async (who: Worker, asked: Record<string, string> = {}) =>
  (await list(who, asked)).rows.map((row) => row.name)

const meeting = (p: Partnership, e: Episode, by: Worker, at: string, attendance: string | null = null) =>
  sql(
    `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, attendance, by_staff_id) values ($1, $2, $3, $4, $5, ${at}, $6, $5)`,
    [p.id, newId(), e.id, e.personId, by.id, attendance],
  )

test('mine are those I am named for; my team’s are all that my teams hold; nobody else’s', async () => {
  const { amira, ben, jo, theirs, held } = await stage()
  await held('Sam', amira)
  await held('Ada', ben)
  await held('Zed', jo, theirs)
  expect(await namesOf(amira)).toEqual(['Sam Whitlow'])
  expect(await namesOf(amira, { whose: 'team' })).toEqual(['Ada Whitlow', 'Sam Whitlow'])
  expect(await namesOf(jo, { whose: 'team' })).toEqual(['Zed Whitlow'])
})

test('those who wait and those who ended are not on the list', async () => {
  const { p, ours, amira, held } = await stage()
  await p.episode(ours)
  const ended = await held('Eve', amira)
  await sql(
    "update episodes set status = 'ended', ended_on = '2026-06-01', ended_how = 'planned', named_worker_id = null where id = $1",
    [ended.id],
  )
  expect((await list(amira, { whose: 'team' })).total).toBe(0)
})

test('in a hand-over both workers have the young person on their list once it is accepted', async () => {
  const { p, ours, theirs, amira, jo, held } = await stage()
  const sam = await held('Sam', amira)
  const handover = newId()
  await sql(
    `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, receiving_worker_id, return_contact_id, step, invited_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $7, 'getting-ready', now())`,
    [p.id, handover, sam.id, sam.personId, ours.id, theirs.id, amira.id, jo.id],
  )
  expect(await namesOf(jo)).toEqual([])
  await sql("update handovers set accepted_at = now(), step = 'meeting-together' where id = $1", [handover])
  expect((await list(jo)).rows).toMatchObject([{ name: 'Sam Whitlow', step: 'Meeting together' }])
  expect(await namesOf(amira)).toEqual(['Sam Whitlow'])
  expect(await namesOf(amira, { step: 'meeting-together' })).toEqual(['Sam Whitlow'])
  expect(await namesOf(amira, { step: 'living-it' })).toEqual([])
})

test('each row says the next meeting, the last rating, the movement in words and the days since contact', async () => {
  const { p, amira, held } = await stage()
  const sam = await held('Sam', amira)
  await p.goal(sam, amira, [2, 3, 6])
  await meeting(
    p,
    sam,
    amira,
    "(current_date + 400)::timestamp at time zone 'Europe/London' + interval '14 hours'",
  )
  await meeting(p, sam, amira, "now() - interval '9 days'", 'came')
  await meeting(p, sam, amira, "now() - interval '2 days'", 'did-not-come')
  const ben = await held('Bo', amira)
  const [row, bare] = [(await list(amira)).rows[1], (await list(amira)).rows[0]]
  expect(row).toMatchObject({
    name: 'Sam Whitlow',
    lastRated: '18 March 2026',
    movement: 'Moved from 2 to 6 since 4 March, 3 ratings.',
    contact: '9 days',
    grouping: 'Not yet agreed',
    step: '',
  })
  expect(row!.nextMeeting).toMatch(/^\d{1,2} [A-Z][a-z]+, 14:00$/)
  expect(bare).toMatchObject({
    personId: ben.personId,
    nextMeeting: 'None booked',
    lastRated: 'Not yet',
    movement: 'No goals yet',
    contact: 'None yet',
  })
})

test('what another organisation does with the same young person says nothing on this list', async () => {
  const { p, theirs, amira, jo, held } = await stage()
  const sam = await held('Sam', amira)
  const theirEpisode = await p.episode(theirs, { personId: sam.personId, worker: jo })
  await p.goal(theirEpisode, jo, [1, 9])
  await meeting(p, theirEpisode, jo, "now() + interval '1 day'")
  await meeting(p, theirEpisode, jo, "now() - interval '1 day'", 'came')
  const bare = {
    nextMeeting: 'None booked',
    lastRated: 'Not yet',
    movement: 'No goals yet',
    contact: 'None yet',
  }
  expect((await list(amira)).rows).toMatchObject([bare])
  expect(await namesOf(amira, { goals: 'due' })).toEqual([])
  expect((await list(jo)).rows).toMatchObject([{ movement: 'Moved from 1 to 9 since 4 March, 2 ratings.' }])
})

test('a rating by a parent is shown as theirs when the young person gave none', async () => {
  const { p, amira, held } = await stage()
  const sam = await held('Sam', amira)
  const goalId = await p.goal(sam, amira)
  for (const [day, value] of [
    ['2026-03-04', 5],
    ['2026-03-11', 3],
  ] as const)
    await sql(
      `insert into ratings (partnership_id, id, goal_id, episode_id, person_id, rater, rated_on, value, by_staff_id) values ($1, $2, $3, $4, $5, 'parent-or-carer', $6, $7, $8)`,
      [p.id, newId(), goalId, sam.id, sam.personId, day, value, amira.id],
    )
  expect((await list(amira)).rows[0]!.movement).toBe('Parent or carer: Moved down from 5 to 3.')
})

test('filters narrow the list: grouping, not yet agreed, goals due a rating', async () => {
  const { p, amira, held } = await stage()
  const [sam, bo, cy] = [await held('Sam', amira), await held('Bo', amira), await held('Cy', amira)]
  await sql(
    `insert into grouping_decisions (partnership_id, id, episode_id, person_id, grouping, decided_on, need_now, considered, took_part, young_persons_view, plan, everyones_part, review_on, good_outcome, outcome_by, if_not_reached, by_staff_id)
     values ($1, $2, $3, $4, 'getting-help', '2026-03-04', 'x', '[]', '[]', 'x', 'x', 'x', '2026-06-01', 'x', '2026-06-01', 'x', $5)`,
    [p.id, newId(), sam.id, sam.personId, amira.id],
  )
  expect(await namesOf(amira, { grouping: 'getting-help' })).toEqual(['Sam Whitlow'])
  expect(await namesOf(amira, { grouping: 'none' })).toEqual(['Bo Whitlow', 'Cy Whitlow'])
  await p.goal(bo, amira, [2])
  const today = await p.goal(cy, amira, [4])
  await sql(
    `insert into ratings (partnership_id, id, goal_id, episode_id, person_id, rater, rated_on, not_today, by_staff_id) values ($1, $2, $3, $4, $5, 'young-person', current_date, 'no-time', $6)`,
    [p.id, newId(), today, cy.id, cy.personId, amira.id],
  )
  expect(await namesOf(amira, { goals: 'due' })).toEqual(['Bo Whitlow'])
})

test('sorting by next meeting, last rating and contact puts first what needs a look', async () => {
  const { p, amira, held } = await stage()
  const [sam, bo, cy] = [await held('Sam', amira), await held('Bo', amira), await held('Cy', amira)]
  await meeting(p, sam, amira, "now() + interval '1 day'")
  await meeting(p, cy, amira, "now() + interval '3 days'")
  expect(await namesOf(amira, { sort: 'meeting' })).toEqual(['Sam Whitlow', 'Cy Whitlow', 'Bo Whitlow'])
  await p.goal(bo, amira, [1, 2])
  await p.goal(sam, amira, [1])
  expect(await namesOf(amira, { sort: 'rated' })).toEqual(['Cy Whitlow', 'Sam Whitlow', 'Bo Whitlow'])
  await meeting(p, bo, amira, "now() - interval '30 days'", 'came')
  await meeting(p, sam, amira, "now() - interval '3 days'", 'came')
  expect(await namesOf(amira, { sort: 'contact' })).toEqual(['Cy Whitlow', 'Bo Whitlow', 'Sam Whitlow'])
})

test('twenty-five to a page, and the audit says who was shown', async () => {
  const { p, amira, held } = await stage()
  for (let i = 0; i < 27; i++) await held(`P${String(i).padStart(2, '0')}`, amira)
  const first = await list(amira)
  expect(first).toMatchObject({ total: 27, pages: 2 })
  expect(first.rows).toHaveLength(25)
  expect(await namesOf(amira, { page: '2' })).toEqual(['P25 Whitlow', 'P26 Whitlow'])
  const audit = await sql(
    "select detail, outcome from app.audit_log where act = 'caseload' and partnership_id = $1 order by id",
    [p.id],
  )
  expect(audit.map((row) => row.detail.people)).toEqual([25, 2])
  expect(audit[0]!.detail.ids).toEqual(first.rows.map((row) => row.personId))
})

test('an address nobody would type is read as the usual list', () => {
  expect(readFilter({ whose: "' or 1=1", sort: 'severity', page: '-3', grouping: ['a', 'b'] })).toEqual({
    whose: 'mine',
    grouping: '',
    step: '',
    goals: '',
    sort: 'name',
    page: 1,
  })
})

test('an administrator has no list of young people', async () => {
  const { p } = await stage()
  const admin = await p.worker('administrator')
  expect(await caseload(admin.token, readFilter({}))).toMatchObject({ failure: { kind: 'refused' } })
})
