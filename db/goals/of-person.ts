import type { Ctx } from '@/db/door'
import { type Day, dayOf, inShort } from '@/lib/day'
import type { Correction } from '@/lib/goals/correction'
import type { EndReason, OutcomeKind, Whose } from '@/lib/goals/goal'
import { goalInWords, linesByRater } from '@/lib/goals/lines'
import { thresholdOn } from '@/lib/goals/movement'
import { type NotTodayReason, type Rater, raters } from '@/lib/goals/rating'
import { talkDue } from '@/lib/goals/talk'

/** One rating as the database gives it. */
type RatingRow = {
  id: string
  rater: Rater
  raterName: string
  on: Day
  value: number | null
  notToday: NotTodayReason | null
  words: string
  byId: string
  by: string | null
  at: string
  sheetId: string | null
  corrected: (Omit<Correction, 'on'> & { at: string }) | null
}

export type GoalStep = {
  id: string
  words: string
  who: string
  byDay: Day | null
  doneOn: Day | null
  version: number
}

export type GoalRow = {
  id: string
  words: string
  language: string
  whose: Whose
  kind: OutcomeKind | null
  themes: string[]
  starred: boolean
  rank: number
  fourthBecause: string | null
  agreedOn: Day
  endedOn: Day | null
  endedBecause: EndReason | null
  endedWords: string
  replaces: string | null
  version: number
  ratings: RatingRow[]
  steps: GoalStep[]
  talkedOn: Day | null
}

/**
 * Goals of the person $1 as one JSON list, each with every rating (also those put right, which say so) and its small steps:
 * for a page that asks for it together with other things. Row-level security keeps each part within reach.
 */
export const goalsText = (which: 'open' | 'all') => `
  select json_agg(json_build_object('id', g.id, 'words', g.words, 'language', g.language, 'whose', g.whose, 'kind', g.kind,
      'themes', g.themes, 'starred', g.starred, 'rank', g.rank, 'fourthBecause', g.fourth_because, 'agreedOn', g.agreed_on,
      'endedOn', g.ended_on, 'endedBecause', g.ended_because, 'endedWords', g.ended_words, 'replaces', g.replaces,
      'version', g.version, 'ratings', coalesce((
        select json_agg(json_build_object('id', r.id, 'rater', r.rater, 'raterName', r.rater_name, 'on', r.rated_on,
          'value', r.value, 'notToday', r.not_today, 'words', r.words, 'byId', r.by_staff_id, 'by', s.name, 'at', r.made_at,
          'sheetId', r.sheet_id, 'corrected', case when c.record_id is not null then json_build_object('because', c.because,
            'undo', c.undo, 'replacedBy', c.replaced_by, 'by', x.name, 'at', c.made_at) end)
          order by r.rated_on, r.made_at, r.id)
        from ratings r
        left join staff s on s.partnership_id = r.partnership_id and s.id = r.by_staff_id
        left join corrections c on c.partnership_id = r.partnership_id and c.record_id = r.id
        left join staff x on x.partnership_id = c.partnership_id and x.id = c.by_staff_id
        where r.goal_id = g.id), '[]'::json),
      'steps', coalesce((
        select json_agg(json_build_object('id', t.id, 'words', t.words, 'who', t.who, 'byDay', t.by_day,
          'doneOn', (t.done_at at time zone 'Europe/London')::date, 'version', t.version)
          order by t.done_at nulls first, t.by_day nulls last, t.made_at, t.id)
        from goal_steps t where t.goal_id = g.id), '[]'::json),
      'talkedOn', (select max(t.held_on) from talks t where t.goal_id = g.id))
    order by g.rank, g.made_at, g.id) as goals
  from goals g where g.person_id = $1${which === 'open' ? ' and g.ended_on is null' : ''}`

/** One rating with whose it is, in words. */
const givenOf = (row: RatingRow, knownAs: string) => {
  const { raterName, byId, by, at, corrected, ...rating } = row
  const name =
    rating.rater === 'young-person'
      ? knownAs
      : rating.rater === 'clinician'
        ? (by ?? raters.clinician)
        : raterName || raters['parent-or-carer']
  return {
    ...rating,
    raterName,
    raterKey: rating.rater === 'clinician' ? byId : raterName,
    name,
    byId,
    at: new Date(at),
    corrected: corrected && { ...corrected, by: corrected.by ?? '', on: dayOf(new Date(corrected.at)) },
  }
}

/** One goal as its card shows it: each person's ratings apart, the young person's own first. */
export const goalOf = (row: GoalRow, knownAs: string, today: Day) => {
  const ratings = row.ratings.map((rating) => givenOf(rating, knownAs))
  const lines = linesByRater(ratings, thresholdOn(today).points)
  return {
    ...row,
    ratings,
    lines,
    sentence: goalInWords(lines, knownAs),
    /** Three ratings by one person without moving up, and nobody has talked about it since. */
    talkDue: row.endedOn === null && lines.some((line) => talkDue(line.ratings, line.rater, row.talkedOn)),
  }
}

export type GoalOnCard = ReturnType<typeof goalOf>
export type RatingShown = GoalOnCard['ratings'][number]

/**
 * Every goal of a person within reach, with its line of ratings for each rater apart. A goal goes on through a hand-over
 * and a come-back, so it is the person's, not the episode's.
 */
export async function goalsOfPerson(ctx: Ctx, personId: string, knownAs: string) {
  const { rows } = await ctx.client.query<{ goals: GoalRow[] | null }>({
    name: 'goals of person',
    text: goalsText('all'),
    values: [personId],
  })
  const goals = rows[0]?.goals ?? []
  return goals.map((goal) => ({
    ...goalOf(goal, knownAs, ctx.today),
    replacedBy: goals.find((other) => other.replaces === goal.id)?.id ?? null,
  }))
}

export type GoalShown = Awaited<ReturnType<typeof goalsOfPerson>>[number]

/** Days worth a line in the picture: when the next worker joined in a hand-over. */
export async function joined(ctx: Ctx, personId: string): Promise<{ day: string; label: string }[]> {
  const { rows } = await ctx.client.query<{ at: Date; name: string }>({
    name: 'joined',
    text: `select h.accepted_at as at, s.name from handovers h
      join staff s on s.partnership_id = h.partnership_id and s.id = h.receiving_worker_id
      where h.person_id = $1 and h.accepted_at is not null order by h.accepted_at`,
    values: [personId],
  })
  // A hand-over begun again the same day is the same joining.
  const marks = new Map<string, { day: string; label: string }>()
  for (const { at, name } of rows) {
    const day = dayOf(at)
    marks.set(`${day} ${name}`, { day, label: `${name.split(' ')[0]} joined, ${inShort(day)}` })
  }
  return [...marks.values()]
}
