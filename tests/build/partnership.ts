import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '@/lib/access/roles'
import { newId } from '@/lib/id'
import { sql } from './sql'

export type Team = { id: string; organisationId: string; partnershipId: string }
export type Worker = { id: string; partnershipId: string; name: string; role: Role; token: string }

/** A partnership of the test's own, with builders that speak of states. Everything it makes is really committed. */
export class Partnership {
  private constructor(readonly id: string) {}

  static async make(name = 'Estuary Partnership'): Promise<Partnership> {
    const id = newId()
    await sql('insert into partnerships (id, name) values ($1, $2)', [id, name])
    return new Partnership(id)
  }

  async organisation(name = 'Estuary NHS Trust', kind = 'nhs'): Promise<string> {
    const id = newId()
    await sql('insert into organisations (partnership_id, id, name, kind) values ($1, $2, $3, $4)', [
      this.id,
      id,
      name,
      kind,
    ])
    return id
  }

  /** A team with a duty worker, in an organisation of its own unless one is given. */
  async team(
    options: { name?: string; kind?: 'clinical' | 'community'; organisationId?: string } = {},
  ): Promise<Team> {
    const kind = options.kind ?? 'clinical'
    const organisationId =
      options.organisationId ??
      (await this.organisation(
        `Organisation of ${options.name ?? kind}`,
        kind === 'clinical' ? 'nhs' : 'charity',
      ))
    const id = newId()
    await sql(
      'insert into teams (partnership_id, id, organisation_id, name, kind) values ($1, $2, $3, $4, $5)',
      [this.id, id, organisationId, options.name ?? 'EWMHS', kind],
    )
    const team = { id, organisationId, partnershipId: this.id }
    const duty = await this.worker(kind === 'clinical' ? 'clinician' : 'facilitator', team, {
      name: 'Dee Duty',
    })
    await sql('update teams set duty_staff_id = $3 where partnership_id = $1 and id = $2', [
      this.id,
      id,
      duty.id,
    ])
    return team
  }

  /** Someone with a role (in a team, where the role has one) and a session to act with. */
  async worker(
    role: Role,
    team?: Team,
    options: { name?: string; referralsDesk?: boolean } = {},
  ): Promise<Worker> {
    const id = newId()
    const name = options.name ?? 'Amira Hussain'
    await sql(
      'insert into staff (partnership_id, id, organisation_id, name, email) values ($1, $2, $3, $4, $5)',
      [this.id, id, team?.organisationId ?? null, name, `${id}@example.test`],
    )
    await sql(
      `insert into memberships (partnership_id, id, staff_id, team_id, role, referrals_desk, from_day) values ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
      [this.id, newId(), id, team?.id ?? null, role, options.referralsDesk ?? false],
    )
    return { id, partnershipId: this.id, name, role, token: await this.session(id, role) }
  }

  /** The system actor, who publishes and does the service's own jobs. */
  async system(): Promise<Worker> {
    const actor = await this.worker('system', undefined, { name: 'Footpath' })
    await sql("update staff set kind = 'system', email = null where id = $1", [actor.id])
    return actor
  }

  /** A young person's own account, or that of a parent or carer of theirs, with a session. */
  async ownAccount(
    personId: string,
    options: { name?: string; relationshipId?: string } = {},
  ): Promise<Worker> {
    const id = newId()
    const name = options.name ?? 'Sam'
    const role: Role = options.relationshipId ? 'parent-or-carer' : 'young-person'
    await sql(
      'insert into staff (partnership_id, id, name, kind, person_id, relationship_id) values ($1, $2, $3, $4, $5, $6)',
      [this.id, id, name, role, personId, options.relationshipId ?? null],
    )
    await sql(
      "insert into memberships (partnership_id, id, staff_id, role, from_day) values ($1, $2, $3, $4, '2020-01-01')",
      [this.id, newId(), id, role],
    )
    return { id, partnershipId: this.id, name, role, token: await this.session(id, role) }
  }

  /** A worker's screen in the hands of this young person. */
  async inRoom(worker: Worker, personId: string): Promise<Worker> {
    const token = await this.session(worker.id, worker.role)
    await sql("update app.sessions set stage = 'in-room', in_room_with = $2 where token_hash = $1", [
      createHash('sha256').update(token).digest(),
      personId,
    ])
    return { ...worker, role: 'in-room', token }
  }

  async session(staffId: string, role: Role): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    await sql(
      `insert into app.sessions (token_hash, id, partnership_id, staff_id, role, expires_at) values ($1, $2, $3, $4, $5, now() + interval '12 hours')`,
      [createHash('sha256').update(token).digest(), newId(), this.id, staffId, role],
    )
    return token
  }

  /** A young person known here, without any episode yet. */
  async person(
    options: { givenName?: string; familyName?: string; born?: string; nhsNumber?: string } = {},
  ): Promise<string> {
    const id = newId()
    await sql(
      `insert into people (partnership_id, id, given_name, family_name, born, nhs_number, nhs_number_absent) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        this.id,
        id,
        options.givenName ?? 'Sam',
        options.familyName ?? 'Whitlow',
        options.born ?? '2010-05-14',
        options.nhsNumber ?? null,
        options.nhsNumber ? null : 'not-known-yet',
      ],
    )
    return id
  }

  /** An episode of a person, waiting, or open with a named worker when one is given. */
  async episode(
    team: Team,
    options: { personId?: string; worker?: Worker; referredOn?: string; comeBackOf?: string } = {},
  ): Promise<Episode> {
    const id = newId()
    const personId = options.personId ?? (await this.person())
    await sql(
      `insert into episodes (partnership_id, id, person_id, team_id, status, referred_on, source, accepted_on, named_worker_id, come_back_of)
       values ($1, $2, $3, $4, $5, $6, 'A1', $7, $8, $9)`,
      [
        this.id,
        id,
        personId,
        team.id,
        options.worker ? 'open' : 'waiting',
        options.referredOn ?? '2026-03-02',
        options.worker ? '2026-03-04' : null,
        options.worker?.id ?? null,
        options.comeBackOf ?? null,
      ],
    )
    return { id, personId }
  }

  /** A goal in someone's own words, rated by the young person with the values given, a week apart. */
  async goal(
    episode: Episode,
    by: Worker,
    values: number[] = [],
    words = 'Sleep through the night',
  ): Promise<string> {
    const id = newId()
    await sql(
      `insert into goals (partnership_id, id, episode_id, person_id, words, whose, rank, agreed_on, by_staff_id) values ($1, $2, $3, $4, $5, 'young-person', 1, '2026-03-04', $6)`,
      [this.id, id, episode.id, episode.personId, words, by.id],
    )
    for (const [week, value] of values.entries())
      await sql(
        `insert into ratings (partnership_id, id, goal_id, episode_id, person_id, rater, rated_on, value, by_staff_id) values ($1, $2, $3, $4, $5, 'young-person', date '2026-03-04' + $6::int, $7, $8)`,
        [this.id, newId(), id, episode.id, episode.personId, week * 7, value, by.id],
      )
    return id
  }
}

export type Episode = { id: string; personId: string }
