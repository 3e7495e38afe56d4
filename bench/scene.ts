import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { newToken } from '@/db/access/session-token'
import { addDays, dayOf } from '@/lib/day'
import { newId } from '@/lib/id'
import { cookieFor } from './served'

export type Laid = {
  partnershipId: string
  personId: string
  episodeId: string
  goalIds: string[]
  staffId: string
  /** Of their own account. */
  cookie: string
}

/**
 * Clinicians of one team, each with a cookie, and young people beside them in turn.
 * @param of.goals open goals of each young person, each rated `of.ratings` times by them
 */
export async function layOut(
  url: string,
  of: { workers: number; people: number; goals?: number; ratings?: number },
): Promise<{ cookies: string[]; records: Laid[] }> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row)
    return client.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    )
  }
  const [partnership_id, organisation_id, team_id] = [newId(), newId(), newId()]
  const today = dayOf(new Date())
  await client.query('begin')
  await insert('partnerships', { id: partnership_id, name: 'Estuary Partnership' })
  await insert('organisations', {
    partnership_id,
    id: organisation_id,
    name: 'Estuary NHS Trust',
    kind: 'nhs',
  })
  await insert('teams', { partnership_id, id: team_id, organisation_id, name: 'EWMHS', kind: 'clinical' })
  const signedIn = async (staff_id: string, role: string) => {
    const token = newToken()
    await insert('app.sessions', {
      token_hash: createHash('sha256').update(token).digest(),
      id: newId(),
      partnership_id,
      staff_id,
      role,
      expires_at: new Date(Date.now() + 7_200_000),
    })
    return cookieFor(token)
  }
  const staff: string[] = []
  const cookies: string[] = []
  for (let i = 0; i < of.workers; i++) {
    const id = newId()
    await insert('staff', { partnership_id, id, organisation_id, name: 'Amira Hussain' })
    await insert('memberships', {
      partnership_id,
      id: newId(),
      staff_id: id,
      team_id,
      role: 'clinician',
      from_day: '2020-01-01',
    })
    staff.push(id)
    cookies.push(await signedIn(id, 'clinician'))
  }
  const records: Laid[] = []
  for (let i = 0; i < of.people; i++) {
    const [person_id, episode_id, by_staff_id] = [newId(), newId(), staff[i % staff.length]!]
    await insert('people', {
      partnership_id,
      id: person_id,
      given_name: 'Sam',
      family_name: 'Whitlow',
      born: '2010-05-14',
      nhs_number_absent: 'not-known-yet',
    })
    const began = addDays(today, -200)
    await insert('episodes', {
      partnership_id,
      id: episode_id,
      person_id,
      team_id,
      status: 'open',
      referred_on: began,
      source: 'A1',
      accepted_on: began,
      named_worker_id: by_staff_id,
    })
    const account = newId()
    await insert('staff', { partnership_id, id: account, name: 'Sam', kind: 'young-person', person_id })
    await insert('memberships', {
      partnership_id,
      id: newId(),
      staff_id: account,
      role: 'young-person',
      from_day: '2020-01-01',
    })
    await insert('meetings', {
      partnership_id,
      id: newId(),
      episode_id,
      person_id,
      with_staff_id: by_staff_id,
      by_staff_id,
      starts_at: new Date(Date.now() + 3 * 86_400_000),
      place: 'The library',
    })
    const goalIds: string[] = []
    for (let rank = 1; rank <= (of.goals ?? 1); rank++) {
      const id = newId()
      goalIds.push(id)
      await insert('goals', {
        partnership_id,
        id,
        episode_id,
        person_id,
        words: 'Sleep through the night without my head going round',
        whose: 'young-person',
        rank,
        agreed_on: began,
        by_staff_id,
      })
      for (let week = 0; week < (of.ratings ?? 0); week++)
        await insert('ratings', {
          partnership_id,
          id: newId(),
          goal_id: id,
          episode_id,
          person_id,
          rater: 'young-person',
          rated_on: addDays(began, week * 7),
          value: (week * 3 + rank) % 11,
          by_staff_id,
        })
    }
    records.push({
      partnershipId: partnership_id,
      personId: person_id,
      episodeId: episode_id,
      goalIds,
      staffId: by_staff_id,
      cookie: await signedIn(account, 'young-person'),
    })
  }
  await client.query('commit')
  await client.query('vacuum analyze')
  await client.end()
  return { cookies, records }
}
