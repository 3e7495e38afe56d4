import { read } from '@/db/read'
import { timeInWords } from '@/lib/day'
import { type Step, stepInWords } from '@/lib/handover/steps'
import { fullName, shownName } from '@/lib/people/names'

const meetingsText = `
  select m.id, m.person_id, m.starts_at, m.minutes, m.how, m.place, m.who_else, m.attendance, m.attendance_words,
    p.given_name, p.family_name, p.known_as, o.name as other, h.id as handover_id, h.step,
    (select count(*)::int from goals g where g.person_id = m.person_id and g.ended_on is null) as goals,
    (select count(*)::int from goals g where g.person_id = m.person_id and g.ended_on is null
       and not exists (select from ratings r where r.goal_id = g.id and r.rated_on >= $2::date)) as due
  from meetings m
  join people p on p.partnership_id = m.partnership_id and p.id = m.person_id
  left join staff o on o.partnership_id = m.partnership_id
    and o.id = case when m.with_staff_id = $1 then m.also_staff_id else m.with_staff_id end
  left join handovers h on h.episode_id = m.episode_id and h.state = 'active'
  where (m.with_staff_id = $1 or m.also_staff_id = $1) and m.cancelled_at is null
    and m.starts_at >= $2::date and m.starts_at < $2::date + 1
  order by m.starts_at, m.id`

const handoversText = `
  select h.id, h.person_id, h.step, h.invited_at is not null and h.accepted_at is null and h.to_team_id = any ($2::uuid[]) as invited,
    current_date - h.step_since::date as days, p.given_name, p.family_name, p.known_as
  from handovers h join people p on p.partnership_id = h.partnership_id and p.id = h.person_id
  where h.state = 'active' and (
    h.from_team_id = any ($2::uuid[]) and h.sending_worker_id = $1
    or h.to_team_id = any ($2::uuid[]) and (h.receiving_worker_id = $1 or h.receiving_worker_id is null and h.invited_at is not null))
  order by h.step_since, h.id limit 20`

const tasksText = `
  select t.id, t.person_id, t.words, t.due_on, p.given_name, p.family_name, p.known_as, $2::date - t.due_on as late
  from tasks t join people p on p.partnership_id = t.partnership_id and p.id = t.person_id
  where t.for_staff_id = $1 and t.done_at is null
  order by t.due_on nulls last, t.made_at limit 20`

const waitingText = `select count(*)::int as waiting from episodes e where e.team_id = any ($1::uuid[]) and e.status = 'waiting'`

/** One's own day: meetings in time order, hand-over steps, tasks, and how many wait for a decision. */
export const today = read('today', async (ctx, _: undefined) => {
  const { actor, client } = ctx
  const meetings = await client.query({
    name: 'today meetings',
    text: meetingsText,
    values: [actor.staffId, ctx.today],
  })
  const handovers = await client.query({
    name: 'today handovers',
    text: handoversText,
    values: [actor.staffId, actor.teamIds],
  })
  const tasks = await client.query({
    name: 'today tasks',
    text: tasksText,
    values: [actor.staffId, ctx.today],
  })
  const waiting = await client.query({ name: 'today waiting', text: waitingText, values: [actor.teamIds] })
  const ids = new Set(
    [...meetings.rows, ...handovers.rows, ...tasks.rows].map((row) => row.person_id as string),
  )
  ctx.about({ detail: { people: ids.size, ids: [...ids] } })
  const next = meetings.rows.findIndex(
    (row) => !row.attendance && row.starts_at.getTime() + row.minutes * 60_000 > ctx.now.getTime(),
  )
  return {
    actor,
    today: ctx.today,
    waiting: waiting.rows[0].waiting as number,
    meetings: meetings.rows.map((row, i) => ({
      id: row.id as string,
      personId: row.person_id as string,
      name: nameOf(row),
      knownAs: shownOf(row),
      time: timeInWords(row.starts_at),
      minutes: row.minutes as number,
      how: row.how as string,
      place: row.place as string,
      whoElse: row.who_else as string,
      other: row.other as string | null,
      attendance: row.attendance as string | null,
      attendanceWords: row.attendance_words as string,
      goals: row.goals as number,
      due: row.due as number,
      handover: row.handover_id ? stepInWords(row.step as Step) : null,
      when: (i === next ? 'next' : next !== -1 && i > next ? 'later' : 'past') as 'past' | 'next' | 'later',
    })),
    handovers: handovers.rows.map((row) => ({
      id: row.id as string,
      name: nameOf(row),
      step: stepInWords(row.step as Step),
      days: row.days as number,
      invited: row.invited as boolean,
    })),
    tasks: tasks.rows.map((row) => ({
      id: row.id as string,
      personId: row.person_id as string,
      name: nameOf(row),
      words: row.words as string,
      dueOn: row.due_on as string | null,
      /** Whole days after the day it was due; negative or null while it is not late. */
      late: row.late as number | null,
    })),
  }
})

type Named = { given_name: string; family_name: string; known_as: string }
const nameOf = (row: Named) =>
  fullName({ given: row.given_name, family: row.family_name, knownAs: row.known_as })
const shownOf = (row: Named) => shownName({ given: row.given_name, knownAs: row.known_as })
