import type { Client } from 'pg'
import { addDays, type Day } from '@/lib/day'
import { steps } from '@/lib/handover/steps'
import { newId } from '@/lib/id'
import { parseNhsNumber } from '@/lib/people/nhs-number'
import type { Place } from './place'
import { insert, type Row } from './rows'
import type { House } from './staff'
import { handOver } from './story-handover'
import { tales } from './tales'

/** A number of the test range that passes its check digit. */
const testNumber = (n: number): string => {
  for (let last = 0; last < 10; last++) {
    const found = parseNhsNumber(`999${String(100_000 + n * 17).padStart(6, '0')}${last}`, {
      allowTest: true,
    })
    if (found.ok) return found.value
  }
  return testNumber(n + 1_000)
}

/** The full records of the tales. */
export async function tellTales(client: Client, house: House, place: Place, today: Day): Promise<void> {
  const { amira, jo, lena } = house.staff
  const { ewmhs, pathways } = house.teams
  const t: Record<string, Row[]> = {}
  const add = (table: string, row: Row) => {
    t[table] ??= []
    t[table].push({ partnership_id: house.partnershipId, ...row })
  }
  const back: { episode: string; person: string; referredOn: Day }[] = []

  for (const [n, tale] of tales.entries()) {
    const person = newId()
    const episode = newId()
    const referredOn = addDays(today, -tale.ago)
    const day = (after: number) => addDays(referredOn, Math.min(after, tale.ago))
    const at = (after: number, time = '14:00') => `${day(after)}T${time}:00`
    // Twins share a birthday.
    const born = addDays(today, -(tale.age * 365 + 120 + (tale.family === 'Marsh' ? 12 : n) * 7))
    const area = place.areas[(n * 11) % place.areas.length]!
    const by = { by_staff_id: amira, made_at: referredOn }
    add('people', {
      id: person,
      given_name: tale.given,
      family_name: tale.family,
      known_as: tale.knownAs ?? '',
      pronouns: tale.pronouns,
      born,
      nhs_number: testNumber(n),
      phone: '',
      email: '',
      safe_contact: tale.safe ?? 'Ring or text. Ask for them by name.',
      communication_needs: tale.needs ?? '',
      language: '',
      school: tale.school ?? 'Quayside School',
      gp_practice: 'Old Town Surgery',
      version: 1,
      made_at: referredOn,
    })
    add('addresses', {
      id: newId(),
      person_id: person,
      lines: `${n + 3} ${place.streets[n % place.streets.length]}`,
      postcode: area.postcodes[0],
      pcds: area.postcodes[0],
      from_day: addDays(born, 400),
      ...by,
    })
    for (const [fact, value] of Object.entries({
      ethnicCategory: ['A', 'M', 'N', 'C', 'A', 'C', 'D', 'J', 'chose-not-to-say', 'H', 'N', 'M', 'A', 'A'][
        n
      ]!,
      sex: tale.pronouns.startsWith('she') ? 'female' : 'male',
      care: 'never',
    }))
      add('equality_facts', { id: newId(), person_id: person, fact, value, words: '', ...by })
    if (tale.person)
      add('relationships', {
        id: newId(),
        person_id: person,
        ...tale.person,
        phone: '',
        parental_responsibility: 'yes',
        lives_with: 'yes',
        contact_words: '',
        version: 1,
        made_at: referredOn,
      })

    const step =
      tale.handover === 'invited'
        ? 'getting-ready'
        : tale.handover === 'declined'
          ? 'getting-ready'
          : tale.handover === 'came-back'
            ? 'ended'
            : tale.handover
    const received = step !== undefined && steps.indexOf(step) >= steps.indexOf('facilitator-leads')
    const over = step === 'ended'
    const endedOn = day(300)
    add('episodes', {
      id: episode,
      person_id: person,
      team_id: received ? pathways : ewmhs,
      status: tale.waiting ? 'waiting' : over ? 'ended' : 'open',
      referred_on: referredOn,
      source: n % 3 === 1 ? 'C1' : 'A1',
      referred_by: n % 3 === 1 ? 'Mrs Day, pastoral lead' : 'Dr Hall, Old Town Surgery',
      words: tale.why,
      decided_at: tale.waiting ? null : at(5),
      decided_by: tale.waiting ? null : lena,
      accepted_on: tale.waiting ? null : day(5),
      named_worker_id: tale.waiting || over ? null : received ? jo : amira,
      ended_on: over ? endedOn : null,
      ended_how: over ? 'planned' : null,
      ended_words: over ? 'Ended together, with the way back written down.' : '',
      come_back_until: over ? addDays(endedOn, 365) : null,
      groups: { sex: tale.pronouns.startsWith('she') ? 'female' : 'male', care: 'never' },
      version: 1,
      made_at: referredOn,
    })
    if (tale.waiting) continue
    if (tale.grouping)
      add('grouping_decisions', {
        id: newId(),
        episode_id: episode,
        person_id: person,
        grouping: tale.grouping,
        decided_on: day(12),
        need_now: tale.need ?? 'What to do when it comes, and someone to do it with.',
        considered: ['Ideas to try alone', 'Regular meetings', 'Something in the community'],
        took_part: [
          { kind: 'young-person', name: tale.knownAs ?? tale.given },
          { kind: 'clinician', name: 'Amira Hussain' },
          ...(tale.person ? [{ kind: 'parent-or-carer', name: tale.person.name }] : []),
        ],
        young_persons_view: tale.view ?? '',
        view_missing_because: '',
        family_view: '',
        disagreement: '',
        plan: 'Small steps every week, looked at together.',
        everyones_part: `${tale.knownAs ?? tale.given}: picks the step. Amira: meets every week.`,
        review_on: addDays(day(12), 90),
        good_outcome: 'Doing more of what matters, with less fuss about it.',
        outcome_by: addDays(day(12), 120),
        if_not_reached: 'We look at all the options again, also in the community.',
        lead_agency: tale.grouping === 'getting-risk-support' ? 'Children’s social care' : '',
        ...by,
      })
    for (const [rank, goal] of (tale.goals ?? []).entries()) {
      const id = newId()
      add('goals', {
        id,
        episode_id: episode,
        person_id: person,
        words: goal.words,
        language: goal.language ?? 'en',
        whose: goal.whose ?? 'young-person',
        kind: 'change',
        first_step: '',
        rank: rank + 1,
        agreed_on: day(14 + rank * 7),
        ended_words: '',
        version: 1,
        ...by,
      })
      // The last rating is about a week old; nobody in the story is rated after an ending.
      const until = (over ? 300 : tale.ago) - 8
      const between = Math.floor((until - 14 - rank * 7) / Math.max(1, goal.ratings.length - 1))
      for (const [i, value] of goal.ratings.entries())
        add('ratings', {
          id: newId(),
          goal_id: id,
          episode_id: episode,
          person_id: person,
          rater: 'young-person',
          rated_on: day(14 + rank * 7 + i * between),
          value: value === 'not-today' ? null : value,
          not_today: value === 'not-today' ? 'too-hard-today' : null,
          words: '',
          ...by,
        })
    }
    add('meetings', {
      id: newId(),
      episode_id: episode,
      person_id: person,
      with_staff_id: received ? jo : amira,
      also_staff_id: step === 'meeting-together' ? jo : null,
      starts_at: `${addDays(today, n < 4 ? 0 : n)}T${10 + (n % 6)}:00:00`,
      minutes: 50,
      how: 'face-to-face',
      place: 'Northfield Library, quiet room',
      who_else: '',
      attendance_words: '',
      version: 1,
      ...by,
    })
    add('meetings', {
      id: newId(),
      episode_id: episode,
      person_id: person,
      with_staff_id: amira,
      also_staff_id: null,
      starts_at: at(12, '15:30'),
      minutes: 50,
      how: 'face-to-face',
      place: 'Clinic, room 4',
      who_else: '',
      attendance: 'came',
      attendance_words: '',
      version: 1,
      ...by,
    })
    add('notes', {
      id: newId(),
      episode_id: episode,
      person_id: person,
      happened_on: day(12),
      words: 'First meeting. Talked about what a good day looks like before anything else.',
      ...by,
    })
    if (!over) {
      const recent = tale.ago - 6
      add('meetings', {
        id: newId(),
        episode_id: episode,
        person_id: person,
        with_staff_id: received ? jo : amira,
        also_staff_id: step === 'meeting-together' ? jo : null,
        starts_at: at(recent, '15:30'),
        minutes: 50,
        how: 'face-to-face',
        place: 'Northfield Library, quiet room',
        who_else: '',
        attendance: 'came',
        attendance_words: '',
        version: 1,
        ...by,
      })
      add('notes', {
        id: newId(),
        episode_id: episode,
        person_id: person,
        happened_on: day(recent),
        words: 'Looked at the week together. They chose the next small step themselves.',
        ...by,
      })
    }
    if (step)
      handOver(add, house, today, {
        tale,
        n,
        person,
        episode,
        step,
        day,
        at,
        by,
        endedOn: over ? endedOn : null,
      })
    if (tale.handover === 'came-back') back.push({ episode, person, referredOn: day(tale.ago - 30) })
  }
  for (const { episode, person, referredOn } of back)
    add('episodes', {
      id: newId(),
      person_id: person,
      team_id: ewmhs,
      status: 'open',
      referred_on: referredOn,
      source: 'B1',
      referred_by: 'Came back',
      words: 'It came back around his birthday and I want to talk again.',
      decided_at: referredOn,
      decided_by: amira,
      accepted_on: referredOn,
      named_worker_id: amira,
      come_back_of: episode,
      ended_words: '',
      groups: { sex: 'female', care: 'never' },
      version: 1,
      made_at: referredOn,
    })
  const order = [
    'people',
    'addresses',
    'equality_facts',
    'relationships',
    'episodes',
    'grouping_decisions',
    'goals',
    'ratings',
    'meetings',
    'notes',
    'sharing_entries',
    'handovers',
    'handover_steps',
  ]
  for (const table of order) for (const row of t[table] ?? []) await insert(client, table, [row])
}
