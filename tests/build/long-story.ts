import type { StagedRecord } from './record'
import { sql } from './sql'

/** Fills a record with entries of the kinds a long one has most of, spread over years: notes, ratings, meetings and steps. */
export async function longStory(record: StagedRecord, entries: number): Promise<void> {
  const quarter = Math.round(entries / 4)
  const goalId = await record.goal()
  const key = [record.partnership.id, record.episodeId, record.personId, record.by.id]
  const day = `current_date - (g * 1500 / $5::int)`
  await sql(
    `insert into notes (partnership_id, id, episode_id, person_id, by_staff_id, happened_on, words, made_at)
     select $1, gen_random_uuid(), $2, $3, $4, ${day}, 'Note ' || g, ${day} + interval '9 hours' from generate_series(1, $5::int) g`,
    [...key, quarter],
  )
  await sql(
    `insert into ratings (partnership_id, id, episode_id, person_id, by_staff_id, goal_id, rater, rated_on, value, made_at, sheet_id)
     select $1, gen_random_uuid(), $2, $3, $4, $6, 'young-person', ${day}, g % 11, ${day} + interval '10 hours', gen_random_uuid()
     from generate_series(1, $5::int) g`,
    [...key, quarter, goalId],
  )
  await sql(
    `insert into meetings (partnership_id, id, episode_id, person_id, by_staff_id, with_staff_id, starts_at, attendance, made_at)
     select $1, gen_random_uuid(), $2, $3, $4, $4, ${day} + interval '11 hours', 'came', ${day} + interval '7 hours'
     from generate_series(1, $5::int) g`,
    [...key, quarter],
  )
  await sql(
    `insert into goal_steps (partnership_id, id, episode_id, person_id, by_staff_id, goal_id, words, made_at)
     select $1, gen_random_uuid(), $2, $3, $4, $6, 'Step ' || g, ${day} + interval '12 hours' from generate_series(1, $5::int) g`,
    [...key, quarter, goalId],
  )
}
