import type { Ctx } from '@/db/door'
import { conflict, notFound, refused } from '@/lib/errors'
import { isId } from '@/lib/id'
import { fullName } from '@/lib/people/names'

export type Held = {
  episodeId: string
  personId: string
  /** Known-as and family name. */
  name: string
  teamId: string
  teamName: string
  dutyStaffId: string | null
  status: 'waiting' | 'open' | 'declined' | 'ended'
  version: number
  acceptedOn: string | null
  namedWorker: { id: string; name: string } | null
}

const statusInWords = {
  waiting: 'Waiting for a decision',
  open: 'Accepted',
  declined: 'Declined',
  ended: 'Ended',
} as const

/**
 * The episode as it stands, for someone of the team that holds it. Others who may look (a shared record, a hand-over) decide
 * nothing about it.
 * @param version the one the form was opened on
 * @throws not found out of reach, refused for another team, conflict when it changed in the meantime
 */
export async function heldByUs(ctx: Ctx, episodeId: string, version: number): Promise<Held> {
  const held = await find(ctx, episodeId)
  ctx.about({ personId: held.personId, recordId: held.episodeId })
  if (!ctx.actor.teamIds.includes(held.teamId))
    throw refused(`Only ${held.teamName} can decide this: the referral is with them.`)
  if (held.version !== version) throw changed(held)
  return held
}

/** After an update that touched no row: someone else saved between our look and our write. */
export const changedMeanwhile = async (ctx: Ctx, episodeId: string) => changed(await find(ctx, episodeId))

const changed = (held: Held) =>
  conflict('Someone changed this while you had it open. Nothing was overwritten. It now says:', {
    status: statusInWords[held.status],
    workerId: held.namedWorker?.name ?? 'nobody yet',
    version: String(held.version),
  })

async function find(ctx: Ctx, episodeId: string): Promise<Held> {
  if (!isId(episodeId)) throw notFound()
  const { rows } = await ctx.client.query(
    `select e.id, e.person_id, p.given_name, p.family_name, p.known_as, e.team_id, t.name as team_name, t.duty_staff_id,
       e.status, e.version, e.accepted_on, w.id as worker_id, w.name as worker_name
     from episodes e
     join people p on p.partnership_id = e.partnership_id and p.id = e.person_id
     join teams t on t.partnership_id = e.partnership_id and t.id = e.team_id
     left join staff w on w.partnership_id = e.partnership_id and w.id = e.named_worker_id
     where e.id = $1`,
    [episodeId],
  )
  const row = rows[0]
  if (!row) throw notFound()
  return {
    episodeId: row.id,
    personId: row.person_id,
    name: fullName({ given: row.given_name, family: row.family_name, knownAs: row.known_as }),
    teamId: row.team_id,
    teamName: row.team_name,
    dutyStaffId: row.duty_staff_id,
    status: row.status,
    version: row.version,
    acceptedOn: row.accepted_on,
    namedWorker: row.worker_id ? { id: row.worker_id, name: row.worker_name } : null,
  }
}
