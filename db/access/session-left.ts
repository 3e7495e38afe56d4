import type { Ctx } from '@/db/door'
import { read } from '@/db/read'

type SessionLeft = { staffId: string; seconds: number }

const left = async ({ client, actor }: Ctx): Promise<SessionLeft> => {
  const { rows } = await client.query({
    name: 'session-left',
    text: `select floor(extract(epoch from
        least(s.seen_at + make_interval(mins => p.idle_minutes), s.expires_at) - clock_timestamp()))::int as seconds
      from app.sessions s join partnerships p on p.id = s.partnership_id where s.id = $1 and s.partnership_id = $2`,
    values: [actor.sessionId, actor.partnershipId],
  })
  return { staffId: actor.staffId, seconds: rows[0]?.seconds ?? 0 }
}

/** Whose session this is and how long it still has: until nobody has done anything for too long, or until its end. */
export const sessionLeft = read('session', (ctx, _: undefined) => left(ctx), { polling: true })

/** The same, and somebody is here. */
export const stayHere = read('session', (ctx, _: undefined) => left(ctx))
