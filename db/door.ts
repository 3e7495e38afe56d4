import type { PoolClient, QueryConfig } from 'pg'
import type { Role } from '@/lib/access/roles'
import { type Day, dayOf } from '@/lib/day'
import { type Failure, Stop } from '@/lib/errors'
import type { LastRatingRule } from '@/lib/goals/last-rating'
import { appPool, type Db, databaseAnswer, inTransaction } from './client'

/** Who is acting, as the database found out from the session. Nothing here comes from the client. */
export type Actor = {
  staffId: string
  partnershipId: string
  partnershipName: string
  name: string
  role: Role
  sessionId: string
  /** Whose pages this account opens; null for those who work here. */
  personId: string | null
  teamIds: string[]
  referralsDesk: boolean
  demonstration: boolean
  hiddenLimit: number
  comeBackMonths: number
  lastRating: LastRatingRule
}

/** What the audit row says the act was about. Ids and counts only: no names, no words of anybody. */
export type About = { personId?: string; recordId?: string; detail?: Record<string, unknown> }

export type Ctx = {
  actor: Actor
  db: Db
  /** For prepared statements on hot paths; the same transaction as `db`. */
  client: PoolClient
  today: Day
  now: Date
  about: (about: About) => void
  /** A write whose answer nobody needs: it leaves with the act's last words, and where it fails nothing is kept. */
  later: (query: QueryConfig) => void
}

const tokenForm = /^[A-Za-z0-9_-]{43}$/

/** Only what may be a session's token gets as far as the database: it stands in the text of the first statement. */
export const isToken = (token: string | undefined): token is string =>
  token !== undefined && tokenForm.test(token)

/** The answer where there is no session. */
export const nobody = { ok: false, failure: { kind: 'signed-out' } } as const

/** First round trip: the token is set and resolved. */
export const enter = (token: string, active: boolean) =>
  `select set_config('app.session', '${token}', true); select * from app.enter(${active})`

/** The same for the role that reads published figures. */
export const enterReports = (token: string) =>
  `select set_config('app.session', '${token}', true); select * from app.report_enter(true)`

/** Who is looking at published figures: less is known of them, because their database role may ask for no more. */
export type Viewer = Pick<
  Actor,
  'staffId' | 'partnershipId' | 'partnershipName' | 'name' | 'role' | 'demonstration'
>

type Opened = Record<string, unknown> | undefined

/** @throws signed out where the database found nobody */
export const viewerOf = (row: Opened): Viewer => {
  if (!row) throw new Stop({ kind: 'signed-out' })
  return {
    staffId: row.staff_id as string,
    partnershipId: row.partnership_id as string,
    partnershipName: row.partnership_name as string,
    name: row.name as string,
    role: row.role as Role,
    demonstration: row.demonstration as boolean,
  }
}

/** @throws signed out where the database found nobody */
export const actorOf = (row: Opened): Actor => ({
  ...viewerOf(row),
  sessionId: row!.session_id as string,
  personId: row!.person_id as string | null,
  teamIds: row!.team_ids as string[],
  referralsDesk: row!.referrals_desk as boolean,
  hiddenLimit: row!.hidden_limit as number,
  comeBackMonths: row!.come_back_months as number,
  lastRating: row!.show_last_rating as LastRatingRule,
})

/** What an act or a read says on its way, for its last words. */
export type Said = { about?: About; writes: Promise<unknown>[] }

export const contextOf = (actor: Actor, db: Db, client: PoolClient, said: Said): Ctx => {
  const now = new Date()
  return {
    actor,
    db,
    client,
    now,
    today: dayOf(now),
    about: (more) => {
      said.about = { ...said.about, ...more }
    },
    later: (query) => {
      const answer = client.query(query)
      // An act that ends before its last words rolls back, whatever the answer.
      answer.catch(() => {})
      said.writes.push(answer)
    },
  }
}

const audit = `insert into app.audit_log (partnership_id, staff_id, role, act, outcome, person_id, record_id, detail)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`

const auditValues = (actor: Actor, act: string, outcome: string, about: About) => [
  actor.partnershipId,
  actor.staffId,
  actor.role,
  act,
  outcome,
  about.personId ?? null,
  about.recordId ?? null,
  about.detail ?? {},
]

export const noteAudit = (client: PoolClient, actor: Actor, act: string, outcome: string, about: About) =>
  client.query({ name: 'audit', text: audit, values: auditValues(actor, act, outcome, about) })

/** What is kept of a form that was sent, so that the same form sent again is answered and not done again. */
export type Kept = { key: string; input: string | null; hash: string; result: unknown }

/** The last words of an act in one statement: its audit row, and its key with its answer, which stands once for each asker. */
export const noteDone = (client: PoolClient, actor: Actor, act: string, about: About, kept: Kept) =>
  client.query({
    name: 'done',
    text: `with kept as (
        insert into app.idempotency_keys (partnership_id, staff_id, act, key, input, input_hash, result)
        values ($1, $2, $4, $9, $10, $11, $12)) ${audit}`,
    values: [
      ...auditValues(actor, act, 'done', about),
      kept.key,
      kept.input,
      kept.hash,
      JSON.stringify(kept.result ?? null),
    ],
  })

/** A refusal is written down in a transaction of its own, after the rollback; failing to write it never hides the answer. */
export const noteRefusal = async (token: string, act: string, failure: Failure, about: About) => {
  await inTransaction(appPool(), enter(token, false), async (_, client, [row]) => {
    if (row) await noteAudit(client, actorOf(row), act, failure.kind, about)
  }).catch(() => {})
}

/** What went wrong, as one of the few failures; anything else is a fault and is thrown on. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof Stop) return error.failure
  const answer = databaseAnswer(error)
  if (answer) {
    // 42501: row-level security refused what the code forgot to. Out of reach is "not found".
    if (answer.code === '42501') return { kind: 'not-found' }
    // The server is going away, too busy, or ended the wait: nothing was saved, and trying again is right.
    if (
      /^(08|53|57)/.test(answer.code ?? '') ||
      ['40001', '40P01', '55P03', '25P03'].includes(answer.code ?? '')
    )
      return { kind: 'unavailable' }
    throw error
  }
  if (error instanceof Error && isConnectionTrouble(error)) return { kind: 'unavailable' }
  throw error
}

const isConnectionTrouble = (error: Error): boolean => {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const code = (e as Error & { code?: string }).code ?? ''
    if (/^E(CONN|PIPE|TIMEDOUT|HOST|NET)/.test(code)) return true
    if (
      /Query read timeout|timeout exceeded when trying to connect|Connection terminated|not queryable/i.test(
        e.message,
      )
    )
      return true
  }
  return false
}
