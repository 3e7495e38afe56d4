import { bookMeeting } from '@/db/story/book-meeting'
import { addDays, dayOf } from '@/lib/day'
import { newId } from '@/lib/id'
import { type Episode, Partnership, type Worker } from '../../build/partnership'
import { sql } from '../../build/sql'

export const day = dayOf(new Date())
export const inDays = (days: number) => addDays(day, days)

/** Sam and Maya are with Amira; Ben is a colleague; Jo works for another organisation. */
export const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const amira = await p.worker('clinician', ours, { name: 'Amira Hussain' })
  const ben = await p.worker('clinician', ours, { name: 'Ben Okafor' })
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const sam = await p.episode(ours, { worker: amira })
  const maya = await p.episode(ours, {
    personId: await p.person({ givenName: 'Maya' }),
    worker: amira,
  })
  return { p, ours, theirs, amira, ben, jo, sam, maya }
}
export type Stage = Awaited<ReturnType<typeof stage>>

export const bookingFor = ({ amira, sam }: Stage) => ({
  personId: sam.personId,
  on: inDays(7),
  at: '14:00',
  minutes: '50',
  how: 'face-to-face' as const,
  place: 'Northfield Library',
  contactWords: 'Text Kerry if the bus is late',
  withStaffId: amira.id,
})

export const booked = async (s: Stage, more: Record<string, unknown> = {}): Promise<string> => {
  const answer = await bookMeeting(s.amira.token, { ...bookingFor(s), ...more } as never, newId())
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value.meetingId
}

/** A meeting that began an hour ago, of one or of several at once. */
export const begun = async (s: Stage, of: Episode[] = [s.sam], by: Worker = s.amira) => {
  const together = of.length > 1 ? newId() : null
  const ids: string[] = []
  for (const one of of) {
    const id = newId()
    await sql(
      `insert into meetings (partnership_id, id, episode_id, person_id, with_staff_id, starts_at, together_id, by_staff_id)
       values ($1, $2, $3, $4, $5, now() - interval '1 hour', $6, $5)`,
      [s.p.id, id, one.id, one.personId, by.id, together],
    )
    ids.push(id)
  }
  return ids as [string, ...string[]]
}

export const meetingRow = async (id: string) => (await sql('select * from meetings where id = $1', [id]))[0]!
export const changesOf = (id: string) =>
  sql('select * from meeting_changes where meeting_id = $1 order by made_at', [id])
export const notesOf = (personId: string) =>
  sql('select words, kind, for_them, not_for_them_because, meeting_id from notes where person_id = $1', [
    personId,
  ])
