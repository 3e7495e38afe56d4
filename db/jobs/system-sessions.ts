import type { Pool } from 'pg'
import { startSystemSession } from '@/db/access/start-system-session'

/** A session lasts a quarter of an hour; one is used for this long and then left to end. */
const usedFor = 10 * 60_000

/** Sessions of the system actors, one for each partnership in which there is something to do. */
export function systemSessions(jobs: Pool): (partnershipId: string) => Promise<string> {
  const open = new Map<string, { token: Promise<string | undefined>; until: number }>()
  return async (partnershipId) => {
    let session = open.get(partnershipId)
    if (!session || session.until < Date.now()) {
      session = { token: startSystemSession(jobs, partnershipId), until: Date.now() + usedFor }
      open.set(partnershipId, session)
      session.token.catch(() => open.delete(partnershipId))
    }
    const token = await session.token
    if (!token) throw new Error(`Partnership ${partnershipId} has no system actor.`)
    return token
  }
}
