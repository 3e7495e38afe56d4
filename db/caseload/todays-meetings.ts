import type { Ctx } from '@/db/door'
import { timeInWords } from '@/lib/day'
import { stuck } from '@/lib/goals/movement'
import type { Rating } from '@/lib/goals/rating'
import { type Step, stepInWords } from '@/lib/handover/steps'
import { type Named, nameOf, shownOf } from './named'

const columns = `m.id, m.person_id, m.together_id, m.starts_at, m.minutes, m.how, m.place, m.contact_words, m.who_else,
    m.started_at, m.attendance, m.attendance_words, p.given_name, p.family_name, p.known_as`

const meetingsText = `
  select ${columns}, o.name as other, h.id as handover_id, h.step,
    (select min(n.made_at) from notes n where n.meeting_id = m.id) as noted_at, m.sheet_id is not null as rated,
    (select count(*)::int from goals g where g.person_id = m.person_id and g.ended_on is null) as goals,
    (select count(*)::int from goals g where g.person_id = m.person_id and g.ended_on is null
       and not exists (select from standing_ratings r where r.goal_id = g.id and r.rated_on >= $2::date)) as due,
    case when m.attendance is null then (
      select json_agg(json_build_object('words', g.words, 'ratings', coalesce((
          select json_agg(json_build_object('rater', r.rater, 'on', r.rated_on, 'value', r.value) order by r.rated_on, r.made_at)
          from standing_ratings r where r.goal_id = g.id and r.rater = 'young-person'), '[]'::json)) order by g.rank, g.made_at)
      from goals g where g.person_id = m.person_id and g.ended_on is null) end as lines
  from meetings m
  join people p on p.partnership_id = m.partnership_id and p.id = m.person_id
  left join staff o on o.partnership_id = m.partnership_id
    and o.id = case when m.with_staff_id = $1 then m.also_staff_id else m.with_staff_id end
  left join handovers h on h.episode_id = m.episode_id and h.state = 'active'
  where (m.with_staff_id = $1 or m.also_staff_id = $1) and m.cancelled_at is null
    and m.starts_at >= $2::date and m.starts_at < $2::date + 1
  order by m.starts_at, m.together_id, lower(coalesce(nullif(p.known_as, ''), p.given_name)), m.id`

/** One's meetings of the day in time order. Several young people at one meeting are one appointment. */
export async function todaysMeetings(ctx: Ctx) {
  const { rows } = await ctx.client.query({
    name: 'today meetings',
    text: meetingsText,
    values: [ctx.actor.staffId, ctx.today],
  })
  const firsts = rows.filter(
    (row, i) => row.together_id === null || rows[i - 1]?.together_id !== row.together_id,
  )
  const next = firsts.findIndex(
    (row) => !row.attendance && row.starts_at.getTime() + row.minutes * 60_000 > ctx.now.getTime(),
  )
  return firsts.map((row, i) => ({
    id: row.id as string,
    personId: row.person_id as string,
    name: nameOf(row),
    knownAs: shownOf(row),
    /** The others who come to the same meeting. */
    others: rows
      .filter((one) => one !== row && row.together_id !== null && one.together_id === row.together_id)
      .map((one) => ({ personId: one.person_id as string, name: nameOf(one) })),
    time: timeInWords(row.starts_at),
    minutes: row.minutes as number,
    how: row.how as string,
    place: row.place as string,
    contactWords: row.contact_words as string,
    whoElse: row.who_else as string,
    other: row.other as string | null,
    started: row.started_at !== null,
    attendance: row.attendance as string | null,
    attendanceWords: row.attendance_words as string,
    notedAt: row.noted_at ? timeInWords(row.noted_at) : null,
    rated: row.rated as boolean,
    goals: row.goals as number,
    due: row.due as number,
    /** Words of the first goal that has not moved for three ratings. */
    still: ((row.lines ?? []) as { words: string; ratings: Rating[] }[]).find((goal) =>
      stuck(goal.ratings, 'young-person'),
    )?.words,
    handover: row.handover_id ? stepInWords(row.step as Step) : null,
    when: (i === next ? 'next' : next !== -1 && i > next ? 'later' : 'past') as 'past' | 'next' | 'later',
  }))
}

/** How far back an unwritten meeting is still shown: after that the young person's own page has it. */
const unwrittenDays = 30

/** One's meetings of earlier days of which nobody has said who came. */
export async function stillToWrite(ctx: Ctx) {
  const { rows } = await ctx.client.query<Named & { id: string; person_id: string; starts_at: Date }>({
    name: 'today unwritten',
    text: `select ${columns} from meetings m
      join people p on p.partnership_id = m.partnership_id and p.id = m.person_id
      where (m.with_staff_id = $1 or m.also_staff_id = $1) and m.cancelled_at is null and m.attendance is null
        and m.starts_at >= $2::date - ${unwrittenDays} and m.starts_at < $2::date
      order by m.starts_at desc, m.id limit 10`,
    values: [ctx.actor.staffId, ctx.today],
  })
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    name: nameOf(row),
    startsAt: row.starts_at,
  }))
}
