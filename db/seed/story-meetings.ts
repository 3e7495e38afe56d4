import type { Client } from 'pg'
import type { Day } from '@/lib/day'
import { newId } from '@/lib/id'
import type { House } from './staff'

/**
 * Meetings that were moved, cancelled and shared: Sam’s next one after today was moved once, Rhys cancelled one, and Kofi
 * and Aaliyah cook together tomorrow.
 */
export async function tellMeetings(client: Client, house: House, today: Day): Promise<void> {
  const { amira } = house.staff
  const meeting = async (given: string, values: Record<string, unknown>) => {
    const id = newId()
    const all = { how: 'face-to-face', minutes: 50, place: 'Northfield Library, quiet room', ...values }
    await client.query(
      `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, by_staff_id, ${Object.keys(all).join(', ')})
       select e.partnership_id, $1, e.id, e.person_id, $2, $2, ${Object.keys(all).map((_, i) => `$${i + 5}`)}
       from episodes e join people p on p.partnership_id = e.partnership_id and p.id = e.person_id
       where e.partnership_id = $3 and p.given_name = $4 and e.status = 'open' limit 1`,
      [id, amira, house.partnershipId, given, ...Object.values(all)],
    )
    return id
  }
  const on = (days: number, time: string) =>
    new Date(Date.parse(`${today}T${time}:00Z`) + days * 24 * 60 * 60 * 1000)
  const moved = await meeting('Samuel', {
    starts_at: on(8, '15:00'),
    contact_words: 'Text Sam that morning.',
    version: 2,
  })
  await client.query(
    `insert into meeting_changes (partnership_id, id, meeting_id, episode_id, person_id, starts_at, minutes, how, place,
       with_staff_id, who_else, contact_words, because, by_staff_id)
     select partnership_id, $2, id, episode_id, person_id, starts_at - interval '1 day', minutes, how, place, with_staff_id,
       who_else, contact_words, 'Sam has an exam that afternoon.', by_staff_id from meetings where id = $1`,
    [moved, newId()],
  )
  await meeting('Rhys', {
    starts_at: on(-2, '11:00'),
    cancelled_at: on(-3, '09:30'),
    cancelled_by: amira,
    cancelled_because: 'they-asked',
    cancelled_words: 'Climbing competition.',
  })
  const together = newId()
  for (const given of ['Kofi', 'Aaliyah'])
    await meeting(given, {
      starts_at: on(1, '16:00'),
      place: 'Quayside kitchen',
      minutes: 90,
      together_id: together,
    })
}
