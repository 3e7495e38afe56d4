import type { Client } from 'pg'
import { addDays, type Day } from '@/lib/day'
import type { Rater } from '@/lib/goals/rating'
import { newId } from '@/lib/id'
import { contexts, education, factors, problems } from '@/lib/measures/current-view'
import { insert, type Row } from './rows'
import type { House } from './staff'

type Sheet = { ago: number; measure: string; rater: Rater; name?: string; scores: Record<string, number> }

const sheets: readonly Sheet[] = [
  {
    ago: 150,
    measure: 'sdq-self',
    rater: 'young-person',
    scores: { emotional: 8, conduct: 2, hyperactivity: 6, peer: 5, prosocial: 7, impact: 6, total: 21 },
  },
  {
    ago: 20,
    measure: 'sdq-self',
    rater: 'young-person',
    scores: { emotional: 4, conduct: 2, hyperactivity: 5, peer: 5, prosocial: 8, impact: 4, total: 16 },
  },
  {
    ago: 148,
    measure: 'sdq-parent',
    rater: 'parent-or-carer',
    name: 'Kerry',
    scores: { emotional: 7, conduct: 3, hyperactivity: 6, peer: 4, prosocial: 6, impact: 5, total: 20 },
  },
  { ago: 150, measure: 'rcads-self', rater: 'young-person', scores: { depression: 14, panic: 9 } },
  { ago: 20, measure: 'rcads-self', rater: 'young-person', scores: { depression: 11, panic: 9 } },
  { ago: 120, measure: 'ors', rater: 'young-person', scores: { score: 18.4 } },
  { ago: 60, measure: 'ors', rater: 'young-person', scores: { score: 22.1 } },
  { ago: 20, measure: 'ors', rater: 'young-person', scores: { score: 26.3 } },
  { ago: 148, measure: 'cgas', rater: 'clinician', scores: { score: 55 } },
  { ago: 20, measure: 'srs', rater: 'young-person', scores: { score: 34 } },
]

const all = <T>(labels: Record<string, string>, answer: T) =>
  Object.fromEntries(Object.keys(labels).map((key) => [key, answer]))

/** Measures beside Sam's goals, by him, his mother and a clinician, and one Current View. */
export async function tellMeasures(client: Client, house: House, today: Day): Promise<void> {
  const { rows } = await client.query<{ episode_id: string; person_id: string }>(
    `select e.id as episode_id, p.id as person_id from people p join episodes e on e.person_id = p.id
     where p.partnership_id = $1 and p.given_name = 'Samuel' and p.family_name = 'Whitlow'`,
    [house.partnershipId],
  )
  const about = { partnership_id: house.partnershipId, ...rows[0]!, by_staff_id: house.staff.amira }
  await insert(
    client,
    'measure_scores',
    sheets.flatMap(({ ago, measure, rater, name = '', scores }): Row[] => {
      const day = addDays(today, -ago)
      const sitting = newId()
      return Object.entries(scores).map(([scale, score]) => ({
        ...about,
        id: newId(),
        sitting_id: sitting,
        measure,
        scale,
        rater,
        rater_name: name,
        score,
        scored_on: day,
        made_at: day,
      }))
    }),
  )
  await insert(client, 'current_views', [
    {
      ...about,
      id: newId(),
      completed_on: addDays(today, -150),
      reason: 'first-contact',
      problems: {
        ...all(problems, 0),
        'low-mood': 1,
        'avoids-going-out': 2,
        'social-situations': 2,
        trauma: null,
      },
      factors: all(factors, 'no'),
      contexts: { ...all(contexts, 0), 'school-or-work': 1 },
      education: { ...all(education, 0), attendance: 1 },
      made_at: addDays(today, -150),
    },
  ])
}
