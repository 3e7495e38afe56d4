import type { Client } from 'pg'
import { addDays, type Day } from '@/lib/day'
import { newId } from '@/lib/id'
import { insert, type Row } from './rows'
import type { House } from './staff'

type Goal = { id: string; episode_id: string; person_id: string; agreed_on: Day; by_staff_id: string }

/**
 * What keeps the tales' goals alive: small steps, themes, a star, words that changed, a talk about one that does not move and
 * a rating put right. One more stands still and asks for its talk.
 */
export async function tellGoalWork(client: Client, house: House, today: Day): Promise<void> {
  const goalOf = async (words: string): Promise<Goal> => {
    const { rows } = await client.query<Goal>(
      'select id, episode_id, person_id, agreed_on, by_staff_id from goals where partnership_id = $1 and words like $2',
      [house.partnershipId, `${words}%`],
    )
    if (!rows[0]) throw new Error(`The tales have no goal that begins with “${words}”.`)
    return rows[0]
  }
  const about = ({ id, episode_id, person_id, by_staff_id }: Goal): Row => ({
    partnership_id: house.partnershipId,
    id: newId(),
    goal_id: id,
    episode_id,
    person_id,
    by_staff_id,
    made_at: addDays(today, -8),
  })
  const [sleep, town, draw, tea] = [
    await goalOf('Sleep through the night without'),
    await goalOf('Go into town with my mates'),
    await goalOf('Draw most days again'),
    await goalOf('Come downstairs for tea'),
  ]
  const step = { done_at: null, done_by: null, version: 1 }
  await insert(client, 'goal_steps', [
    { ...about(sleep), ...step, words: 'Phone downstairs at ten', who: 'Sam', by_day: addDays(today, 5) },
    {
      ...about(sleep),
      ...step,
      words: 'The walk before bed, twice',
      who: 'Sam and Mum',
      by_day: null,
      done_at: addDays(today, -2),
      done_by: sleep.by_staff_id,
      version: 2,
    },
    {
      ...about(town),
      ...step,
      words: 'Meet Kai at the library first',
      who: 'Sam, Jo',
      by_day: addDays(today, 9),
    },
  ])
  await client.query("update goals set themes = '{sleep,worry}', starred = true where id = $1", [sleep.id])
  await client.query("update goals set themes = '{outside,friends}' where id = $1", [town.id])

  // Words that changed: the earlier goal ended, with the rating it had.
  const { id, goal_id: _, ...earlier } = about(town)
  await insert(client, 'goals', [
    {
      ...earlier,
      id,
      words: 'Go out more',
      language: 'en',
      whose: 'young-person',
      kind: 'change',
      themes: [],
      starred: false,
      rank: 2,
      agreed_on: town.agreed_on,
      ended_on: town.agreed_on,
      ended_because: 'words-changed',
      ended_words: 'Out is easy. Town is not.',
      first_step: '',
      version: 2,
    },
  ])
  await client.query('update goals set replaces = $2 where id = $1', [town.id, id])

  await insert(client, 'talks', [
    {
      ...about(tea),
      held_on: addDays(today, -8),
      tried: 'Tea at the same time every day.',
      view: 'Too many people at once.',
      their_words: 'can i start with just nan',
      decision: 'change-how-we-help',
    },
  ])

  // A slip of the finger, put right: both stay.
  const { rows } = await client.query('select id, rated_on, made_at from ratings where goal_id = $1', [
    draw.id,
  ])
  const slip: Row = {
    ...about(draw),
    rater: 'young-person',
    rater_name: '',
    rated_on: rows[0].rated_on,
    value: 9,
    not_today: null,
    words: '',
    made_at: rows[0].made_at,
  }
  await insert(client, 'ratings', [slip])
  const { id: __, goal_id: ___, ...putRight } = about(draw)
  await insert(client, 'corrections', [
    {
      ...putRight,
      record_id: slip.id,
      kind: 'rating',
      replaced_by: rows[0].id,
      because: 'Tapped 9, meant 4.',
      undo: false,
    },
  ])
}
