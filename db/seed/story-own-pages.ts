import type { Client } from 'pg'
import { addDays, type Day } from '@/lib/day'
import { nationalLines } from '@/lib/help/lines'
import { newId } from '@/lib/id'
import { insert, type Row } from './rows'
import type { House } from './staff'

/**
 * Pages of their own: Sam’s, and his mother’s with what he lets her see. How two workers are reached, and the help lines with
 * one of the place’s own. Neither account has a password: in the demonstration one press signs in.
 */
export async function tellOwnPages(client: Client, house: House, today: Day): Promise<void> {
  const { partnershipId: partnership_id, staff } = house
  const { rows } = await client.query<{ person: string; kerry: string }>(
    `select p.id as person, r.id as kerry from people p
     join relationships r on r.partnership_id = p.partnership_id and r.person_id = p.id and r.name = 'Kerry Whitlow'
     where p.partnership_id = $1 and p.known_as = 'Sam' and p.family_name = 'Whitlow'`,
    [partnership_id],
  )
  const sam = rows[0]
  if (!sam) throw new Error('The tales have no Sam Whitlow with his mother.')
  const account = (name: string, kind: string, relationship_id: string | null): Row => ({
    partnership_id,
    id: newId(),
    name,
    job_title: '',
    kind,
    person_id: sam.person,
    relationship_id,
    status: 'active',
    version: 1,
    made_at: addDays(today, -60),
  })
  const accounts = [
    account('Sam', 'young-person', null),
    account('Kerry Whitlow', 'parent-or-carer', sam.kerry),
  ]
  await insert(client, 'staff', accounts)
  await insert(
    client,
    'memberships',
    accounts.map((one) => ({
      partnership_id,
      id: newId(),
      staff_id: one.id,
      team_id: null,
      role: one.kind,
      referrals_desk: false,
      from_day: addDays(today, -60),
      made_at: addDays(today, -60),
    })),
  )
  const allowed = (item: string, wish_words: string): Row => ({
    partnership_id,
    id: newId(),
    person_id: sam.person,
    relationship_id: sam.kerry,
    item,
    item_id: null,
    section: '',
    basis: 'own-yes',
    wish_words,
    decided_by: '',
    from_day: addDays(today, -60),
    ended_because: '',
    by_staff_id: staff.amira,
    made_at: addDays(today, -60),
  })
  await insert(client, 'allowances', [
    allowed('pages', ''),
    allowed('goals', 'She can see my goals. Not what I say when it is bad.'),
    allowed('meetings', 'She drives me, so yes.'),
  ])
  await insert(client, 'worker_cards', [
    {
      partnership_id,
      staff_id: staff.amira,
      phone: '01632 960101',
      words: 'In on Tuesday and Thursday.',
      version: 1,
      made_at: today,
    },
    {
      partnership_id,
      staff_id: staff.jo,
      phone: '01632 960102',
      words: 'In Monday to Thursday. Text is best.',
      version: 1,
      made_at: today,
    },
  ])
  const line = (one: Omit<(typeof nationalLines)[number], never>, position: number): Row => ({
    partnership_id,
    id: newId(),
    name: one.name,
    words: one.words,
    hours: one.hours,
    kind: one.kind,
    contact: one.contact,
    text_word: one.textWord,
    position,
    checked_on: addDays(today, -20),
    version: 1,
    by_staff_id: staff.ada,
    made_at: addDays(today, -20),
  })
  await insert(
    client,
    'help_lines',
    nationalLines.map((one, index) => line(one, index + 1)),
  )
}
