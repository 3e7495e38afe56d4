import type { Client } from 'pg'
import { addDays, type Day } from '@/lib/day'
import { newId } from '@/lib/id'
import { linesFrom, type PlanKind, type Sections, type Texts } from '@/lib/plans/plan'
import { insert } from './rows'
import type { House } from './staff'

const samsPlan: Texts = {
  goodDay: 'Up before ten\nOut with Ravi and the dog\nNobody asks how I am doing',
  keepsWell: 'Walk before bed, same way each time\nDrawing\nPhone off at ten, mum reminds me',
  hardTimeSigns: 'I stop answering\nHood up, even inside',
  helps: 'Helps: sit with me and say nothing\nDoes not: “what’s wrong”',
}

const samsSafetyPlan: Texts = {
  warningSigns: 'Two nights in a row without sleep\nI give my things away',
  byMyself: 'Cold water, then the playlist\nTo the lights and back',
  takesMindOff: 'Ravi’s kitchen\nThe library, second floor',
  askForHelp: 'Mum, any time\nRavi’s mum',
  services: 'Amira on weekdays\n111, then 2, any time',
  livingFor: 'The dog. Nobody else does the long walk\nThe art room',
}

const gracesSafetyPlan: Texts = {
  warningSigns: 'When I go quiet online',
  askForHelp: 'My aunt, not my uncle',
  services: 'The people on the list Amira wrote, one of them, not all',
}

/** Plans of Sam and of Grace, a change that waits for Sam’s yes, and a concern that Amira has to read. */
export async function tellPlans(client: Client, house: House, today: Day): Promise<void> {
  const { amira, jo } = house.staff
  const whose = async (given: string, family: string) => {
    const { rows } = await client.query<{ person_id: string; episode_id: string }>(
      `select p.id as person_id, e.id as episode_id from people p join episodes e on e.person_id = p.id and e.status = 'open'
       where p.partnership_id = $1 and p.given_name = $2 and p.family_name = $3`,
      [house.partnershipId, given, family],
    )
    return { partnership_id: house.partnershipId, ...rows[0]! }
  }
  const [sam, grace] = [await whose('Samuel', 'Whitlow'), await whose('Grace', 'Obi')]
  const version = async (
    about: typeof sam,
    kind: PlanKind,
    number: number,
    sections: Sections,
    ago: number,
  ) =>
    insert(client, 'plan_versions', [
      {
        ...about,
        id: newId(),
        kind,
        number,
        sections,
        how: 'together',
        who_was_there: about === sam ? 'Sam, Amira Hussain' : 'Grace, Amira Hussain',
        by_staff_id: amira,
        made_at: `${addDays(today, -ago)}T16:10:00`,
      },
    ])
  const first = linesFrom('wellbeing', { keepsWell: samsPlan.keepsWell })
  const now = linesFrom('wellbeing', samsPlan, first)
  await version(sam, 'wellbeing', 1, first, 90)
  await version(sam, 'wellbeing', 2, now, 30)
  await version(sam, 'safety', 1, linesFrom('safety', samsSafetyPlan), 30)
  await version(grace, 'safety', 1, linesFrom('safety', gracesSafetyPlan), 20)
  const suggested = linesFrom(
    'wellbeing',
    { ...samsPlan, peopleAndPlaces: 'Tuesdays at the allotment, with Jo' },
    now,
  )
  await insert(client, 'plan_proposals', [
    {
      ...sam,
      id: newId(),
      kind: 'wellbeing',
      based_on: 2,
      sections: suggested,
      why: 'You said twice that the allotment made the week easier.',
      state: 'waiting',
      answer_words: '',
      by_staff_id: jo,
      made_at: `${addDays(today, -2)}T11:00:00`,
    },
  ])
  const walk = now.keepsWell?.[0]
  await client.query(
    `insert into plan_line_shares (partnership_id, id, person_id, kind, line_id, relationship_id, by_staff_id)
     select partnership_id, $1, person_id, 'wellbeing', $2, id, $3 from relationships where person_id = $4 and relation = 'mother'`,
    [newId(), walk?.id, amira, sam.person_id],
  )
  const concern = newId()
  await insert(client, 'concerns', [
    {
      ...sam,
      id: concern,
      noticed_on: addDays(today, -1),
      words: 'He may have nowhere to sleep on Friday.',
      seen_or_heard: '“they changed the lock” by text to Jo at ten past nine.',
      done_now: 'Jo rang his mother. He sleeps at Ravi’s until Sunday.',
      young_person_knows: 'yes',
      young_person_words: 'ok but dont ring school',
      by_staff_id: jo,
      made_at: `${addDays(today, -1)}T21:40:00`,
    },
  ])
  await insert(client, 'concern_additions', [
    {
      ...sam,
      id: newId(),
      concern_id: concern,
      number: 1,
      words: '',
      told_name: 'R. Day',
      told_role: 'Duty social worker',
      told_agency: 'Children’s social care',
      told_at: `${addDays(today, -1)}T21:25:00`,
      by_staff_id: jo,
      made_at: `${addDays(today, -1)}T21:40:00`,
    },
  ])
}
