import type { Client } from 'pg'
import { addDays, type Day, daysBetween } from '@/lib/day'
import { newId } from '@/lib/id'
import { circumstances } from '@/lib/people/equality'
import { ethnicWeights, family, given, hopes } from './invented'
import type { Place } from './place'
import type { Random } from './random'
import { insert, type Row } from './rows'
import type { House, Teams } from './staff'

/**
 * About 2,000 invented young people over two years: enough for the equity page to have something to show and something to
 * hide. Written straight into the tables, with the same triggers and constraints that hold for everything else.
 */
export async function addBackground(
  client: Client,
  house: House,
  place: Place,
  random: Random,
  today: Day,
  count = 2_000,
): Promise<void> {
  const tables: Record<string, Row[]> = {
    people: [],
    addresses: [],
    equality_facts: [],
    episodes: [],
    named_workers: [],
    grouping_decisions: [],
    goals: [],
    ratings: [],
    meetings: [],
  }
  const add = (table: string, row: Row) =>
    tables[table]!.push({ partnership_id: house.partnershipId, ...row })
  // More come from the more deprived end, and hardly anyone from two of the least deprived tenths.
  const areas = place.areas.flatMap((area) =>
    Array.from({ length: [9, 8, 7, 6, 5, 4, 4, 3, 1, 1][area.imd - 1]! }, () => area),
  )

  for (let n = 0; n < count; n++) {
    const person = newId()
    const area = random.pick(areas)
    const referredOn = addDays(today, -random.below(730) - 1)
    const born = addDays(referredOn, -(11 * 365 + random.below(7 * 365)))
    const ago = daysBetween(referredOn, today)
    const at = random.weighed<keyof Teams>({ ewmhs: 6, school: 4, pathways: 1 })
    const worker = random.pick(house.colleagues[at])
    const by = worker
    add('people', {
      id: person,
      given_name: random.pick(given),
      family_name: random.pick(family),
      born,
      nhs_number: null,
      nhs_number_absent: 'not-known-yet',
      known_as: '',
      pronouns: '',
      phone: '',
      email: '',
      safe_contact: '',
      communication_needs: '',
      language: '',
      school: '',
      gp_practice: '',
      version: 1,
      made_at: referredOn,
    })
    add('addresses', {
      id: newId(),
      person_id: person,
      lines: `${1 + random.below(90)} ${random.pick(place.streets)}`,
      postcode: random.chance(0.03) ? '' : random.pick(area.postcodes),
      pcds: null,
      from_day: addDays(born, random.below(3000)),
      by_staff_id: by,
      made_at: referredOn,
    })
    const groups: Record<string, string> = {}
    const fact = (name: string, value: string) => {
      groups[name] = value
      add('equality_facts', {
        id: newId(),
        person_id: person,
        fact: name,
        value,
        words: '',
        by_staff_id: by,
        made_at: referredOn,
      })
    }
    if (random.chance(0.93))
      fact(
        'ethnicCategory',
        random.chance(0.06) ? random.pick(['not-asked', 'chose-not-to-say']) : random.weighed(ethnicWeights),
      )
    fact('sex', random.chance(0.55) ? 'female' : 'male')
    if (random.chance(0.8)) fact('care', random.weighed({ never: 90, 'in-care': 6, 'left-care': 4 }))
    if (random.chance(0.3)) fact(random.pick(Object.keys(circumstances)), 'yes')

    const episode = newId()
    // The further from deprivation, the likelier to be accepted and to move: what the equity page is there to show.
    const status =
      ago < 20 && random.chance(0.7)
        ? 'waiting'
        : random.chance(0.62 + 0.022 * area.imd)
          ? ago > 200 && random.chance(0.85)
            ? 'ended'
            : 'open'
          : 'declined'
    const acceptedOn = addDays(referredOn, Math.min(ago, 2 + random.below(25)))
    const endedOn = addDays(acceptedOn, Math.min(daysBetween(acceptedOn, today), 60 + random.below(160)))
    add('episodes', {
      id: episode,
      person_id: person,
      team_id: house.teams[at],
      status,
      referred_on: referredOn,
      source: random.weighed({ A1: 5, C1: 4, B1: 2, A3: 1 }),
      referred_by: '',
      words: '',
      decided_at: status === 'waiting' ? null : acceptedOn,
      decided_by: status === 'waiting' ? null : by,
      declined_because:
        status === 'declined'
          ? random.pick(['other-service-fits', 'not-our-age', 'did-not-want-it', 'not-enough-information'])
          : null,
      declined_words: '',
      accepted_on: status === 'open' || status === 'ended' ? acceptedOn : null,
      named_worker_id: status === 'open' ? worker : null,
      ended_on: status === 'ended' ? endedOn : null,
      ended_how: status === 'ended' ? random.weighed({ planned: 9, 'moved-away': 1 }) : null,
      ended_words: '',
      come_back_until: status === 'ended' ? addDays(endedOn, 365) : null,
      groups,
      version: 1,
      made_at: referredOn,
    })
    if (status === 'ended')
      add('named_workers', {
        id: newId(),
        episode_id: episode,
        person_id: person,
        staff_id: worker,
        during: `[${acceptedOn},${addDays(endedOn, 1)})`,
      })
    if (status !== 'open' && status !== 'ended') continue

    const wanted = random.weighed({
      'getting-help': 6,
      'getting-advice': 3,
      'getting-more-help': 2,
      'getting-risk-support': 0.4,
    })
    add('grouping_decisions', {
      id: newId(),
      episode_id: episode,
      person_id: person,
      grouping: wanted,
      decided_on: acceptedOn,
      need_now: 'Talked through together at the first meeting.',
      considered: ['Self-help and school support', 'Regular meetings'],
      took_part: [
        { kind: 'young-person', name: '' },
        { kind: 'clinician', name: '' },
      ],
      young_persons_view: 'I am OK with this.',
      view_missing_because: '',
      family_view: '',
      disagreement: '',
      plan: 'Meet every week or two.',
      everyones_part: 'Written down at the meeting.',
      review_on: addDays(acceptedOn, 90),
      good_outcome: 'Doing more of what matters.',
      outcome_by: addDays(acceptedOn, 120),
      if_not_reached: 'We look at all the options again.',
      lead_agency: wanted === 'getting-risk-support' ? 'Children’s social care' : '',
      by_staff_id: by,
      made_at: acceptedOn,
    })
    const until = status === 'ended' ? endedOn : today
    if (wanted !== 'getting-advice')
      for (let g = 0; g < 1 + random.below(3); g++) {
        const goal = newId()
        const agreedOn = addDays(acceptedOn, random.below(14))
        if (agreedOn > until) break
        add('goals', {
          id: goal,
          episode_id: episode,
          person_id: person,
          words: random.pick(hopes),
          language: 'en',
          whose: random.weighed({ 'young-person': 8, together: 2 }),
          kind: 'change',
          first_step: '',
          rank: g + 1,
          agreed_on: agreedOn,
          ended_on: status === 'ended' ? endedOn : null,
          ended_because: status === 'ended' ? 'stop-for-now' : null,
          ended_words: '',
          version: 1,
          by_staff_id: by,
          made_at: agreedOn,
        })
        let value = 1 + random.below(4)
        for (
          let day = agreedOn, i = 0;
          day <= until && i < 6;
          day = addDays(day, 14 + random.below(14)), i++
        ) {
          const notToday = random.chance(0.05)
          add('ratings', {
            id: newId(),
            goal_id: goal,
            episode_id: episode,
            person_id: person,
            rater: 'young-person',
            rated_on: day,
            value: notToday ? null : value,
            not_today: notToday ? random.pick(['no-time', 'did-not-want-to', 'too-hard-today']) : null,
            words: '',
            by_staff_id: by,
            made_at: day,
          })
          value = Math.max(
            0,
            Math.min(
              10,
              value +
                (random.chance(0.42 + 0.02 * area.imd) ? 1 + random.below(2) : random.chance(0.3) ? -1 : 0),
            ),
          )
        }
      }
    if (status === 'open')
      add('meetings', {
        id: newId(),
        episode_id: episode,
        person_id: person,
        with_staff_id: worker,
        starts_at: `${addDays(today, 1 + random.below(20))}T${10 + random.below(6)}:00:00`,
        minutes: 50,
        how: 'face-to-face',
        place: 'Northfield Library',
        who_else: '',
        attendance_words: '',
        version: 1,
        by_staff_id: by,
        made_at: acceptedOn,
      })
  }
  for (const [table, rows] of Object.entries(tables)) await insert(client, table, rows)
}
