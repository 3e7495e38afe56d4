import type { Actor, Ctx } from '@/db/door'
import { read } from '@/db/read'
import type { Role } from '@/lib/access/roles'
import { mySignIn } from './signing-in'

export type Account = {
  actor: Actor
  email: string
  signInName: string
  passkeys: { id: string; name: string; from: Date; lastUsed: Date | null }[]
  /** The roles held today, with the teams they are held in. */
  roles: { role: Role; teams: string[]; acting: boolean }[]
  sessions: { id: string; role: Role; from: Date; seen: Date; here: boolean }[]
  hasPassword: boolean
  secondStep: boolean
  recoveryCodes: number
  recoveryCodesLeft: number
}

/** What one may see and change about oneself. */
const accountOf = async (ctx: Ctx): Promise<Account> => {
  const mine = await mySignIn(ctx.client)
  const held = await ctx.client.query<{ role: Role; teams: string[] }>(
    `select m.role, coalesce(array_agg(t.name order by t.name) filter (where t.id is not null), '{}') as teams
     from memberships m left join teams t on t.partnership_id = m.partnership_id and t.id = m.team_id
     where m.staff_id = $1 and m.role <> 'system' and m.from_day <= $2::date and (m.to_day is null or m.to_day > $2::date)
     group by m.role order by min(m.from_day), min(m.made_at)`,
    [ctx.actor.staffId, ctx.today],
  )
  const sessions = await ctx.client.query(
    `select id, role, made_at, seen_at from app.sessions
     where staff_id = $1 and revoked_at is null and expires_at > now() order by id = $2 desc, seen_at desc`,
    [ctx.actor.staffId, ctx.actor.sessionId],
  )
  const passkeys = await ctx.client.query(
    'select id, name, made_at, last_used_at from app.passkeys where staff_id = $1 order by made_at',
    [ctx.actor.staffId],
  )
  return {
    actor: ctx.actor,
    email: mine?.email ?? '',
    signInName: mine?.signInName ?? '',
    passkeys: passkeys.rows.map((row) => ({
      id: row.id,
      name: row.name,
      from: row.made_at,
      lastUsed: row.last_used_at,
    })),
    roles: held.rows.map((row) => ({ ...row, acting: row.role === ctx.actor.role })),
    sessions: sessions.rows.map((row) => ({
      id: row.id,
      role: row.role,
      from: row.made_at,
      seen: row.seen_at,
      here: row.id === ctx.actor.sessionId,
    })),
    hasPassword: mine?.passwordHash != null,
    secondStep: mine?.secondStep ?? false,
    recoveryCodes: mine?.recoveryCodes ?? 0,
    recoveryCodesLeft: mine?.recoveryCodesLeft ?? 0,
  }
}

export const account = read('account', accountOf)

/** The same for a young person, a parent or a carer. */
export const myAccount = read('myAccount', accountOf)
