import { importedNorms } from '@/db/measures/norms'
import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { ageOn, type Day } from '@/lib/day'
import { notFound } from '@/lib/errors'
import { mayUndo } from '@/lib/goals/correction'
import { type Rater, raters } from '@/lib/goals/rating'
import { linesOf, type ScoreGiven } from '@/lib/measures/change'
import type { Reason } from '@/lib/measures/current-view'
import { measureOf, scaleOf } from '@/lib/measures/facts'
import { tScoreOf } from '@/lib/measures/norms'
import { type GoalRated, referralResult } from '@/lib/measures/referral-result'

type ScoreRow = {
  id: string
  sittingId: string
  measure: string
  scale: string
  rater: Rater
  raterName: string
  on: Day
  score: number
  byId: string
  by: string
  madeAt: string
  /** What was put right, where it was. */
  correction: { because: string; undo: boolean; replacedBy: string | null; by: string } | null
}

export type ViewRow = {
  id: string
  on: Day
  reason: Reason
  problems: Record<string, number | null>
  factors: Record<string, string>
  contexts: Record<string, number | null>
  education: Record<string, number | null>
  by: string
  withdrawn: { because: string; by: string } | null
}

type Row = {
  scores: ScoreRow[] | null
  views: ViewRow[] | null
  sex: string | null
  contacts: Day[] | null
  episode: { receivedOn: Day; rejected: boolean; closed: Day | null }
  goals:
    | (Pick<GoalRated, 'id' | 'words' | 'rank'> & {
        ratings:
          | { rater: Rater; raterName: string; on: Day; value: number; byId: string; by: string }[]
          | null
      })[]
    | null
}

const correctionOf = (record: string) => `(
  select json_build_object('because', c.because, 'undo', c.undo, 'replacedBy', c.replaced_by, 'by', cs.name) from corrections c
  join staff cs on cs.partnership_id = c.partnership_id and cs.id = c.by_staff_id
  where c.partnership_id = ${record}.partnership_id and c.record_id = ${record}.id)`

const scoresText = (where: string) => `
  select json_agg(json_build_object('id', m.id, 'sittingId', m.sitting_id, 'measure', m.measure, 'scale', m.scale, 'rater', m.rater,
      'raterName', m.rater_name, 'on', m.scored_on, 'score', m.score, 'byId', m.by_staff_id, 'by', s.name, 'madeAt', m.made_at,
      'correction', ${correctionOf('m')}) order by m.scored_on, m.made_at, m.id)
  from measure_scores m join staff s on s.partnership_id = m.partnership_id and s.id = m.by_staff_id
  where ${where}`

/** Everything of the page in one statement; each part is within reach by its own table's policy. */
const text = `
  select
    (${scoresText('m.person_id = $1')}) as scores,
    (select json_agg(json_build_object('id', v.id, 'on', v.completed_on, 'reason', v.reason, 'problems', v.problems,
        'factors', v.factors, 'contexts', v.contexts, 'education', v.education, 'by', s.name, 'withdrawn', ${correctionOf('v')})
        order by v.completed_on desc, v.made_at desc)
      from current_views v join staff s on s.partnership_id = v.partnership_id and s.id = v.by_staff_id
      where v.person_id = $1) as views,
    (select f.value from equality_facts f where f.person_id = $1 and f.fact = 'sex' order by f.made_at desc, f.id desc limit 1) as sex,
    (select json_agg(distinct (m.starts_at at time zone 'Europe/London')::date || ' ' || m.id) from meetings m
      where m.episode_id = $2 and m.attendance = 'came' and m.cancelled_at is null) as contacts,
    (select json_build_object('receivedOn', e.referred_on, 'rejected', e.status = 'declined', 'closed', e.ended_on)
      from episodes e where e.id = $2) as episode,
    (select json_agg(json_build_object('id', g.id, 'words', g.words, 'rank', g.rank, 'ratings', (
        select json_agg(json_build_object('rater', r.rater, 'raterName', r.rater_name, 'on', r.rated_on, 'value', r.value,
          'byId', r.by_staff_id, 'by', s.name) order by r.rated_on, r.made_at, r.id)
        from standing_ratings r join staff s on s.partnership_id = r.partnership_id and s.id = r.by_staff_id
        where r.goal_id = g.id and r.value is not null)) order by g.rank, g.made_at)
      from goals g join episodes e on e.partnership_id = g.partnership_id and e.id = $2
      where g.person_id = $1 and (g.ended_on is null or g.ended_on >= e.referred_on)) as goals`

type Who = { rater: Rater; raterName: string; byId: string; by: string }

/** Two parents are two raters, and so are two clinicians. */
const whose = ({ rater, raterName, byId, by }: Who, knownAs: string) => ({
  raterKey: rater === 'clinician' ? byId : raterName,
  name: rater === 'young-person' ? knownAs : rater === 'clinician' ? by : raterName || raters[rater],
})

/** All measures of a young person, each rater apart, with the national rule for the referral on show. */
export const readMeasures = read('measures', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const { rows } = await ctx.client.query<Row>({
    name: 'measures',
    text,
    values: [personId, identity.episode.id],
  })
  const row = rows[0]!
  const { knownAs, born } = identity
  const norms = await importedNorms(ctx)
  const sex = row.sex ?? undefined
  const shown = (row.scores ?? []).map((one) => ({ ...one, ...whose(one, knownAs) }))
  const missing = new Set<string>()
  const standing: ScoreGiven[] = shown
    .filter(({ correction }) => correction === null)
    .map(({ id, sittingId, measure, scale, rater, raterKey, name, on, score }) => {
      const given = { id, sittingId, measure, scale, rater, raterKey, name, on, score }
      if (!scaleOf(measure, scale)?.tScore) return given
      const found = tScoreOf(score, { sex, age: ageOn(born, on), measure, scale }, norms)
      if (!found.ok) missing.add(found.because)
      return found.ok ? { ...given, t: found.t } : given
    })
  const contacts = [...(row.contacts ?? [])].sort()
  const dayAt = (at: number): Day | null => contacts[at]?.slice(0, 10) ?? null
  // The last one saved, whatever day is on the sheet.
  const undone = [...shown]
    .sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1))
    .findLast(
      (one) =>
        one.correction === null &&
        mayUndo({ byStaffId: one.byId, at: new Date(one.madeAt) }, ctx.actor.staffId, ctx.now),
    )
  return {
    actor: ctx.actor,
    identity,
    today: ctx.today,
    lines: linesOf(standing, ctx.today),
    /** Put right or taken back, newest first. */
    corrected: shown.filter(({ correction }) => correction !== null).reverse(),
    views: row.views ?? [],
    undo: undone && {
      sittingId: undone.sittingId,
      measure: measureOf(undone.measure)?.name ?? 'Scores',
      at: new Date(undone.madeAt),
    },
    /** Why there is no T score, in sentences. */
    withoutT: [...missing],
    national: referralResult(
      standing,
      (row.goals ?? []).map((goal) => ({
        ...goal,
        ratings: (goal.ratings ?? []).map((one) => ({ ...one, ...whose(one, knownAs) })),
      })),
      { ...row.episode, first: dayAt(0), second: dayAt(1), born, sex },
      norms,
      ctx.today,
    ),
  }
})

const family = ['mother', 'father', 'step-parent', 'foster-carer', 'grandparent']

/** For the pages that record a measure or a Current View. */
export const readMeasureForm = read('measureForm', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const { rows: parents } = await ctx.client.query<{ name: string; relation: string }>({
    name: 'measure-parents',
    text: `select name, relation from relationships where person_id = $1 and relation = any ($2) and ended_on is null order by made_at`,
    values: [personId, family],
  })
  return { actor: ctx.actor, identity, today: ctx.today, age: identity.age, parents }
})

/** One score that is about to be put right. */
export const readScore = read(
  'score',
  async (ctx, { personId, scoreId }: { personId: string; scoreId: string }) => {
    const identity = await identityOf(ctx, personId)
    const { rows } = await ctx.client.query<{ scores: ScoreRow[] | null }>({
      name: 'score',
      text: `select (${scoresText('m.person_id = $1 and m.id::text = $2')}) as scores`,
      values: [personId, scoreId],
    })
    const one = rows[0]?.scores?.[0]
    if (!one) throw notFound()
    ctx.about({ recordId: scoreId })
    return { actor: ctx.actor, identity, score: { ...one, ...whose(one, identity.knownAs) } }
  },
)

/** One Current View that is about to be taken out. */
export const readCurrentView = read(
  'currentView',
  async (ctx, { personId, viewId }: { personId: string; viewId: string }) => {
    const identity = await identityOf(ctx, personId)
    const { rows } = await ctx.client.query<{ on: Day; reason: Reason; by: string; withdrawn: boolean }>({
      name: 'current-view',
      text: `select v.completed_on::text as "on", v.reason, s.name as by, exists (
          select from corrections c where c.partnership_id = v.partnership_id and c.record_id = v.id) as withdrawn
        from current_views v join staff s on s.partnership_id = v.partnership_id and s.id = v.by_staff_id
        where v.person_id = $1 and v.id::text = $2`,
      values: [personId, viewId],
    })
    const view = rows[0]
    if (!view) throw notFound()
    ctx.about({ recordId: viewId })
    return { actor: ctx.actor, identity, view }
  },
)
