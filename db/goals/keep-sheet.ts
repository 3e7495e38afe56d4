import type { Ctx } from '@/db/door'
import type { Day } from '@/lib/day'
import { invalid, notFound, refused } from '@/lib/errors'
import { mayRateAs } from '@/lib/goals/rating'
import { answersOf, type Sheet } from '@/lib/goals/sheet'
import { talkDue } from '@/lib/goals/talk'
import { newId } from '@/lib/id'

type Episode = { id: string }

type Asked = {
  id: string
  words: string
  endedOn: Day | null
  /** This rater's last three numbers, oldest first: with the new one, all that `talkDue` looks at. */
  earlier: { on: Day; value: number }[]
  talkedOn: Day | null
}

const askedText = `
  select g.id, g.words, g.ended_on as "endedOn", coalesce((
      select json_agg(json_build_object('on', r.rated_on, 'value', r.value) order by r.rated_on, r.made_at, r.id)
      from (
        select s.rated_on, s.made_at, s.id, s.value from standing_ratings s
        where s.goal_id = g.id and s.rater = $3 and s.value is not null
          and case s.rater when 'clinician' then s.by_staff_id = $5 else s.rater_name = $4 end
        order by s.rated_on desc, s.made_at desc, s.id desc limit 3
      ) r), '[]'::json) as earlier,
    (select max(t.held_on) from talks t where t.goal_id = g.id) as "talkedOn"
  from goals g where g.person_id = $1 and g.id = any ($2::uuid[])
  order by g.rank, g.made_at, g.id`

const keepText = `
  insert into ratings (partnership_id, id, goal_id, episode_id, person_id, rater, rater_name, rated_on, value, not_today,
    words, by_staff_id, sheet_id, made_at)
  select $1::uuid, x.id, x.goal_id, $2::uuid, $3::uuid, $4::text, $5::text, $6::date, x.value, x.not_today,
    x.words, $7::uuid, $8::uuid, statement_timestamp()
  from unnest($9::uuid[], $10::uuid[], $11::smallint[], $12::text[], $13::text[]) as x (id, goal_id, value, not_today, words)`

/**
 * Keeps one sheet of "how close do you feel?" within an act: one row for each goal answered, by one rater, all or none.
 * Rows are added and never changed; two people who rate at once are both kept.
 * @param held the open episode, which the act holds; `holdOpenEpisode` need not be waited for
 * @returns with the first goal that has not moved in this rater's last three and asks for a talk
 * @throws invalid with a sentence for each answer that is missing or wrong
 */
export async function keepSheet(ctx: Ctx, held: Episode | Promise<Episode>, sent: Sheet) {
  const { personId } = sent
  const asked = [...sent.answers.keys()]
  // Sent together and answered in this order: the goals are read once the episode is held.
  const [episode, { rows: about }] = await Promise.all([
    held,
    ctx.client.query<Asked>({
      name: 'goals to rate',
      text: askedText,
      values: [personId, asked, sent.by?.rater ?? '', sent.by?.name ?? '', ctx.actor.staffId],
    }),
  ])
  if (sent.by && !mayRateAs(ctx.actor.role, sent.by.rater))
    throw invalid({
      rater: 'Say if the young person or a parent or carer is rating. Clinicians rate for themselves.',
    })
  if (about.length < asked.length) throw notFound()
  const answers = answersOf(sent, about, ctx.today)
  if (!answers.ok) throw invalid(answers.fields)
  if (answers.ratings.length === 0) throw refused('There is no open goal here to rate.')
  const sheetId = newId()
  ctx.later({
    name: 'keep ratings',
    text: keepText,
    values: [
      ctx.actor.partnershipId,
      episode.id,
      personId,
      sent.by?.rater,
      sent.by?.name,
      ctx.today,
      ctx.actor.staffId,
      sheetId,
      answers.ratings.map(() => newId()),
      answers.ratings.map((rating) => rating.goalId),
      answers.ratings.map((rating) => rating.value),
      answers.ratings.map((rating) => rating.notToday ?? null),
      answers.ratings.map((rating) => rating.words),
    ],
  })
  const stuck = about.find((goal) => {
    const given = answers.ratings.find((rating) => rating.goalId === goal.id)
    if (!given || given.value === null) return false
    const line = [...goal.earlier.map((one) => ({ ...one, rater: given.rater })), given]
    return talkDue(line, given.rater, goal.talkedOn)
  })
  return {
    sheetId,
    ratings: answers.ratings.length,
    talkAbout: stuck?.id ?? null,
    rule: ctx.actor.lastRating,
  }
}
