import { read } from '@/db/read'
import { addDays, inShort, inWords } from '@/lib/day'
import { ratingDueAfterDays } from '@/lib/goals/due'
import { movement, thresholdOn } from '@/lib/goals/movement'
import { type Rater, type Rating, raterKeys, raters } from '@/lib/goals/rating'
import { type Grouping, groupingInWords, groupings } from '@/lib/grouping/grouping'
import { type Step, stepInWords, steps } from '@/lib/handover/steps'
import { fullName } from '@/lib/people/names'

/** Rows on one page. */
const caseloadPage = 25

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

// One function of the database, which names the set by who is asking and applies reach itself (app.caseload says why).
const list = {
  name: 'caseload',
  text: 'select * from app.caseload($1, $2, $3, $4, $5, $6, $7, $8)',
}

/** My young people: one page of those held, each fact in words ready to be shown. */
export const caseload = read('caseload', async (ctx, filter: Filter) => {
  const { rows } = await ctx.client.query({
    ...list,
    values: [
      filter.whose,
      filter.grouping,
      filter.step,
      filter.goals ? addDays(ctx.today, 1 - ratingDueAfterDays) : null,
      filter.sort,
      ctx.today,
      caseloadPage,
      (filter.page - 1) * caseloadPage,
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
      grouping: groupingInWords(row.agreed_grouping),
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
