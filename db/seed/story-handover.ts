import { addDays, type Day } from '@/lib/day'
import { type Step, steps } from '@/lib/handover/steps'
import { newId } from '@/lib/id'
import type { Row } from './rows'
import type { House } from './staff'
import type { Tale } from './tales'

type Told = {
  tale: Tale
  n: number
  person: string
  episode: string
  step: Step
  /** The day, and the time of a day, so many days after the referral. */
  day: (after: number) => Day
  at: (after: number, time?: string) => string
  by: Row
  endedOn: Day | null
}

/** The hand-over of a tale, with every step it took to where it is. */
export function handOver(
  add: (table: string, row: Row) => void,
  { staff, teams }: House,
  today: Day,
  { tale, n, person, episode, step, day, at, by, endedOn }: Told,
): void {
  const { amira, jo, lena } = staff
  const { ewmhs, pathways } = teams
  const handover = newId()
  const sharing = step === 'thinking' ? null : newId()
  const began = tale.ago - 60
  if (sharing)
    add('sharing_entries', {
      id: sharing,
      person_id: person,
      recipient_team_id: pathways,
      recipient_words: '',
      purpose: 'handover',
      wish: 'yes',
      wish_words: 'Jo can know what I told Amira.',
      basis: tale.age >= 16 ? 'consent-16' : 'consent-gillick',
      basis_words: 'Understood what is shared, with whom and why; said it back in their own words.',
      decided_by: tale.given,
      from_day: day(began),
      ...by,
    })
  const reached = steps.indexOf(step)
  add('handovers', {
    id: handover,
    episode_id: episode,
    person_id: person,
    from_team_id: ewmhs,
    to_team_id: pathways,
    sending_worker_id: amira,
    receiving_worker_id: reached > 0 ? jo : null,
    return_contact_id: lena,
    step,
    state:
      tale.handover === 'declined'
        ? 'declined'
        : tale.handover === 'came-back'
          ? 'came-back'
          : endedOn
            ? 'ended'
            : 'active',
    because_words: 'Clinical work is coming to a good pause.',
    goals_reviewed_on: reached > 0 ? day(began + 2) : null,
    keep_doing: reached > 0 ? 'The walk before bed. Texting the plan for the week.' : '',
    watch_for: reached > 0 ? 'Going quiet for more than a week.' : '',
    ready_words: tale.ready ?? '',
    sharing_entry_id: sharing,
    first_joint_meeting_at: reached > 1 ? at(began + 15) : null,
    invited_at: sharing ? at(began + 4) : null,
    accepted_at: reached > 1 ? at(began + 6) : null,
    declined_at: tale.handover === 'declined' ? at(began + 6) : null,
    declined_words:
      tale.handover === 'declined' ? 'Our small group is full until spring. Please ask again in March.' : '',
    step_since: at(endedOn ? 300 : tale.ago - 3 - (n % 5)),
    ended_at: endedOn ? `${endedOn}T12:00:00` : null,
    come_back_until: endedOn || step === 'living-it' ? addDays(endedOn ?? today, 365) : null,
    version: 1,
    made_at: day(began),
  })
  for (const [i, what] of [
    'thinking',
    'getting-ready',
    ...(sharing ? ['invited'] : []),
    ...(reached > 1 ? ['accepted', ...steps.slice(2, reached + 1)] : []),
    ...(tale.handover === 'declined' ? ['declined'] : []),
  ].entries())
    if (what === 'thinking' || reached > 0)
      add('handover_steps', {
        id: newId(),
        handover_id: handover,
        episode_id: episode,
        person_id: person,
        what,
        words: '',
        by_staff_id: what === 'accepted' || what === 'declined' ? jo : amira,
        made_at: at(began + i * 3, `0${i + 1}:00`),
      })
}
