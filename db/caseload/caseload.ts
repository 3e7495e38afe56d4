import { read } from '@/db/act'
import { addDays, inShort, inWords } from '@/lib/day'
import { ratingDueAfterDays } from '@/lib/goals/due'
import { movement, thresholdOn } from '@/lib/goals/movement'
import { type Rater, type Rating, raterKeys, raters } from '@/lib/goals/rating'
import { type Grouping, groupingInWords, groupings } from '@/lib/grouping/grouping'
import { type Step, stepInWords, steps } from '@/lib/handover/steps'
import { fullName } from '@/lib/people/names'

/** Rows on one page. */
export const caseloadPage = 25

export const sorts = ['name', 'meeting', 'rated', 'contact'] as const
export type Sort = (typeof sorts)[number]

/** Everything in the address of the page, already checked. */
export type Filter = {
  /** 'mine': one is the named worker or beside them in a hand-over; 'team': all of one's own teams. */
  whose: 'mine' | 'team'
  grouping: Grouping | 'none' | ''
  step: Step | ''
  goals: 'due' | ''
  sort: Sort
  page: number
}

/** The filter an address asks for; what it does not know it ignores. */
export const readFilter = (asked: Record<string, string | string[] | undefined>): Filter => {
  const text = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '')
  const among = <T extends string>(name: string, values: readonly T[], otherwise: T): T =>
    values.includes(text(name) as T) ? (text(name) as T) : otherwise
  const page = Number(text('page'))
  return {
    whose: among('whose', ['mine', 'team'], 'mine'),
    grouping: among<Filter['grouping']>('grouping', [...groupings, 'none'], ''),
    step: among<Filter['step']>('step', steps, ''),
    goals: among<Filter['goals']>('goals', ['due'], ''),
    sort: among('sort', sorts, 'name'),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

// Each list names its set first (episodes of a worker or of a team), so that policies are asked about those rows only.
const sets = {
  mine: `select e.id from episodes e where e.named_worker_id = $1 and e.status = 'open'
    union select h.episode_id from handovers h
    where h.to_team_id = any ($2::uuid[]) and h.state = 'active' and h.accepted_at is not null and h.receiving_worker_id = $1
    union select h.episode_id from handovers h
    where h.from_team_id = any ($2::uuid[]) and h.state = 'active' and h.sending_worker_id = $1`,
  team: `select e.id from episodes e where e.team_id = any ($2::uuid[]) and e.status = 'open' and $1::uuid is not null`,
} as const

const parts = {
  meeting: `(select min(m.starts_at) from meetings m
    where m.person_id = e.person_id and m.starts_at >= now() and m.cancelled_at is null)`,
  rated: `(select max(r.rated_on) from ratings r where r.person_id = e.person_id and r.value is not null)`,
  contact: `greatest(
    (select max(m.starts_at)::date from meetings m
     where m.person_id = e.person_id and m.attendance = 'came' and m.starts_at < now()),
    (select max(n.happened_on) from notes n where n.person_id = e.person_id))`,
  grouping: `(select d.grouping from grouping_decisions d where d.person_id = e.person_id and d.superseded_at is null
    order by d.decided_on desc, d.made_at desc limit 1)`,
} as const

const byName = `lower(coalesce(nullif(p.known_as, ''), p.given_name)), lower(p.family_name), e.id`

const orders: Record<Sort, string> = {
  name: byName,
  meeting: `${parts.meeting} nulls last, ${byName}`,
  rated: `${parts.rated} nulls first, ${byName}`,
  contact: `${parts.contact} nulls first, ${byName}`,
}

/** One statement for each combination of filters in use, so that each has a plan of its own; no typed text is ever part of it. */
const statement = ({ whose, grouping, step, goals, sort }: Filter) => {
  const where: string[] = []
  if (grouping) where.push(`coalesce(${parts.grouping}, 'none') = $5`)
  if (step) where.push('h.step = $6')
  if (goals)
    where.push(`exists (select from goals x where x.person_id = e.person_id and x.ended_on is null
      and not exists (select from ratings r where r.goal_id = x.id and r.rated_on > $7::date))`)
  return {
    name: `caseload ${whose} ${sort} ${grouping && 'g'}${step && 's'}${goals && 'd'}`,
    text: `
  with held as materialized (${sets[whose]}),
  listed as (
    select e.id, e.person_id, e.named_worker_id, p.given_name, p.family_name, p.known_as, h.step,
      count(*) over ()::int as total, row_number() over (order by ${orders[sort]}) as place
    from held
    join episodes e on e.id = held.id
    join people p on p.partnership_id = e.partnership_id and p.id = e.person_id
    left join handovers h on h.episode_id = e.id and h.state = 'active'
    where $5::text is not null and $6::text is not null and $7::date is not null${where.map((w) => ` and ${w}`).join('')}
    order by place
    limit ${caseloadPage} offset $4
  )
  select e.person_id, e.given_name, e.family_name, e.known_as, e.step, e.total, w.name as worker,
    to_char(${parts.meeting} at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as meeting,
    ${parts.rated} as rated, $3::date - ${parts.contact} as contact, ${parts.grouping} as grouping,
    g.id as goal_id,
    (select json_agg(json_build_array(r.rater, r.rated_on, r.value) order by r.rated_on, r.made_at)
     from ratings r where r.goal_id = g.id and r.value is not null) as ratings
  from listed e
  left join staff w on w.id = e.named_worker_id
  left join lateral (
    select x.id from goals x where x.person_id = e.person_id and x.ended_on is null
    order by x.rank, x.agreed_on, x.made_at limit 1
  ) g on true
  order by e.place`,
  }
}

/** My young people: one page of those held, each fact in words ready to be shown. */
export const caseload = read('caseload', async (ctx, filter: Filter) => {
  const { rows } = await ctx.client.query({
    ...statement(filter),
    values: [
      ctx.actor.staffId,
      ctx.actor.teamIds,
      ctx.today,
      (filter.page - 1) * caseloadPage,
      filter.grouping,
      filter.step,
      addDays(ctx.today, -ratingDueAfterDays),
    ],
  })
  ctx.about({ detail: { people: rows.length, ids: rows.map((row) => row.person_id) } })
  const total: number = rows[0]?.total ?? 0
  const { points } = thresholdOn(ctx.today)
  return {
    actor: ctx.actor,
    filter,
    total,
    pages: Math.max(1, Math.ceil(total / caseloadPage)),
    rows: rows.map((row) => ({
      personId: row.person_id as string,
      name: fullName({ given: row.given_name, family: row.family_name, knownAs: row.known_as }),
      worker: (row.worker ?? '') as string,
      nextMeeting: row.meeting ? meetingInWords(row.meeting, ctx.today) : 'None booked',
      lastRated: row.rated ? inWords(row.rated) : 'Not yet',
      movement: row.goal_id ? movementInWords(row.ratings ?? [], points) : 'No goals yet',
      contact: contactInWords(row.contact),
      grouping: groupingInWords(row.grouping),
      step: row.step ? stepInWords(row.step) : '',
    })),
  }
})

/** '27 May, 14:00', with 'Today' for today. @param at 'YYYY-MM-DD HH:MM' in London */
const meetingInWords = (at: string, today: string): string => {
  const [day = '', time = ''] = at.split(' ')
  return `${day === today ? 'Today' : inShort(day)}, ${time}`
}

const contactInWords = (days: number | null): string =>
  days === null ? 'None yet' : days === 0 ? 'Today' : days === 1 ? '1 day' : `${days} days`

/** The young person's own ratings first; of someone else's it is said whose they are. */
const movementInWords = (given: [Rater, string, number][], points: number): string => {
  const ratings: Rating[] = given.map(([rater, on, value]) => ({ rater, on, value }))
  const all = movement(ratings, { threshold: points })
  const rater = raterKeys.find((key) => all[key])
  if (!rater) return 'Not rated yet'
  return rater === 'young-person' ? all[rater]!.words : `${raters[rater]}: ${all[rater]!.words}`
}
