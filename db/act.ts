import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { z } from 'zod'
import { type ActName, acts, may, type ReadName, type Row, reads } from '@/lib/access/policy'
import type { Role } from '@/lib/access/roles'
import { type Day, dayOf } from '@/lib/day'
import { conflict, type Failure, type Result, refused, Stop } from '@/lib/errors'
import { appPool, type Db, databaseAnswer, inTransaction, reportPool } from './client'

/** Who is acting, as the database found out from the session. Nothing here comes from the client. */
export type Actor = {
  staffId: string
  partnershipId: string
  partnershipName: string
  name: string
  role: Role
  sessionId: string
  teamIds: string[]
  referralsDesk: boolean
  demonstration: boolean
  hiddenLimit: number
  comeBackMonths: number
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
}

/** An act or read ready to be called: by a server action, a page, a job or a test. */
export type Act<I, T> = ((token: string | undefined, input: I, key: string) => Promise<Result<T>>) & {
  act: ActName
}
export type Read<P, T> = ((token: string | undefined, params: P) => Promise<Result<T>>) & { read: ReadName }

const tokenForm = /^[A-Za-z0-9_-]{43}$/
const keyForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** First round trip: the token is set and resolved. The form of the token is checked, so that it can stand in the text. */
const enter = (token: string, active: boolean) =>
  `select set_config('app.session', '${token}', true); select * from app.enter(${active})`

const actorOf = (row: Record<string, unknown> | undefined): Actor => {
  if (!row) throw new Stop({ kind: 'signed-out' })
  return {
    staffId: row.staff_id as string,
    partnershipId: row.partnership_id as string,
    partnershipName: row.partnership_name as string,
    name: row.name as string,
    role: row.role as Role,
    sessionId: row.session_id as string,
    teamIds: row.team_ids as string[],
    referralsDesk: row.referrals_desk as boolean,
    demonstration: row.demonstration as boolean,
    hiddenLimit: row.hidden_limit as number,
    comeBackMonths: row.come_back_months as number,
  }
}

const noteAudit = (client: PoolClient, actor: Actor, act: string, outcome: string, about: About) =>
  client.query({
    name: 'audit',
    text: `insert into app.audit_log (partnership_id, staff_id, role, act, outcome, person_id, record_id, detail)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      actor.partnershipId,
      actor.staffId,
      actor.role,
      act,
      outcome,
      about.personId ?? null,
      about.recordId ?? null,
      about.detail ?? {},
    ],
  })

/** A refusal is written down in a transaction of its own, after the rollback; failing to write it never hides the answer. */
const noteRefusal = async (token: string, act: string, failure: Failure, about: About) => {
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

const hashOf = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest('base64url')

/** Field sentences from zod's issues; the first sentence for a field wins. */
const fieldsOf = (error: z.ZodError): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const names =
      issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.map(String).join('.') || 'form']
    for (const name of names)
      fields[name] ??=
        issue.code === 'unrecognized_keys' ? 'This form has a field it does not know.' : issue.message
  }
  return fields
}

/**
 * The one way to change anything. In one transaction: who is asking, may they, parse, once only, the act's own lines,
 * audit, commit.
 * @param input a `z.strictObject`; its output reaches `run`
 * @param run fetch within reach, ask the rule, write; throws `refused`, `notFound`, `invalid` or `conflict` to end
 * @param options.secret the input holds a password or code: only its hash is kept for the idempotency key
 * @param options.pool for an act that takes longer than a page may; the application's pool unless given
 */
export function act<S extends z.ZodType, T>(
  name: ActName,
  input: S,
  run: (ctx: Ctx, input: z.output<S>) => Promise<T>,
  options: { secret?: boolean; pool?: () => Pool } = {},
): Act<z.input<S>, T> {
  const called = async (token: string | undefined, raw: z.input<S>, key: string): Promise<Result<T>> => {
    if (!token || !tokenForm.test(token)) return { ok: false, failure: { kind: 'signed-out' } }
    if (!keyForm.test(key))
      return {
        ok: false,
        failure: { kind: 'invalid', fields: { form: 'This form has lost its number. Reload the page.' } },
      }
    let about: About = {}
    try {
      const pool = (options.pool ?? appPool)()
      const value = await inTransaction(pool, enter(token, true), async (db, client, [row]) => {
        const actor = actorOf(row)
        if (!may(actor.role, (acts as Record<string, Row>)[name]))
          throw refused('Your role does not allow this. Ask your team lead or administrator.')
        const parsed = input.safeParse(raw)
        if (!parsed.success) throw new Stop({ kind: 'invalid', fields: fieldsOf(parsed.error) })
        const earlier = await once(client, actor, name, key, raw, options.secret ?? false)
        if (earlier) return earlier.result as T
        const now = new Date()
        const ctx: Ctx = {
          actor,
          db,
          client,
          now,
          today: dayOf(now),
          about: (a) => {
            about = { ...about, ...a }
          },
        }
        const result = await run(ctx, parsed.data)
        await client.query({
          name: 'once-result',
          text: 'update app.idempotency_keys set result = $3 where staff_id = $1 and key = $2',
          values: [actor.staffId, key, JSON.stringify(result ?? null)],
        })
        await noteAudit(client, actor, name, 'done', about)
        return result
      })
      return { ok: true, value }
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'refused' || failure.kind === 'not-found')
        await noteRefusal(token, name, failure, about)
      return { ok: false, failure }
    }
  }
  return Object.assign(called, { act: name })
}

/** Claims the key. The same key with the same content gives the earlier result; with other content it is a conflict. */
async function once(
  client: PoolClient,
  actor: Actor,
  name: string,
  key: string,
  raw: unknown,
  secret: boolean,
) {
  const hash = hashOf(raw)
  const claimed = await client.query({
    name: 'once',
    text: `insert into app.idempotency_keys (partnership_id, staff_id, key, act, input, input_hash)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    values: [
      actor.partnershipId,
      actor.staffId,
      key,
      name,
      secret ? null : JSON.stringify(raw ?? null),
      hash,
    ],
  })
  if (claimed.rowCount === 1) return undefined
  const found = await client.query(
    'select act, input, input_hash, result from app.idempotency_keys where staff_id = $1 and key = $2',
    [actor.staffId, key],
  )
  const earlier = found.rows[0]
  if (earlier?.act === name && earlier.input_hash === hash) return { result: earlier.result as unknown }
  throw conflict(
    'This form was already sent once with other words. Both are shown below: nothing was overwritten.',
    textOf(earlier?.input),
  )
}

const textOf = (input: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((input ?? {}) as Record<string, unknown>)
      .filter(([, v]) => typeof v === 'string' || Array.isArray(v))
      .map(([k, v]) => [k, Array.isArray(v) ? v.join(', ') : String(v)]),
  )

/**
 * The one way to look. The same door; `about({ personId })` marks a record as opened and is audited.
 * @param options.polling true where a page refreshes itself: it never keeps a session alive
 */
export function read<P, T>(
  name: ReadName,
  run: (ctx: Ctx, params: P) => Promise<T>,
  options: { polling?: boolean } = {},
): Read<P, T> {
  const called = async (token: string | undefined, params: P): Promise<Result<T>> => {
    if (!token || !tokenForm.test(token)) return { ok: false, failure: { kind: 'signed-out' } }
    let about: About | undefined
    try {
      const value = await inTransaction(
        appPool(),
        enter(token, !options.polling),
        async (db, client, [row]) => {
          const actor = actorOf(row)
          if (!may(actor.role, (reads as Record<string, Row>)[name]))
            throw refused('Your role does not open this page.')
          const now = new Date()
          const ctx: Ctx = {
            actor,
            db,
            client,
            now,
            today: dayOf(now),
            about: (a) => {
              about = { ...about, ...a }
            },
          }
          const result = await run(ctx, params)
          if (about) await noteAudit(client, actor, name, 'opened', about)
          return result
        },
      )
      return { ok: true, value }
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'refused' || failure.kind === 'not-found')
        await noteRefusal(token, name, failure, about ?? {})
      return { ok: false, failure }
    }
  }
  return Object.assign(called, { read: name })
}

/** Who is looking at published figures. */
export type Viewer = Pick<
  Actor,
  'staffId' | 'partnershipId' | 'partnershipName' | 'name' | 'role' | 'demonstration'
>

/** The commissioners' door: a database role that can read published figures and nothing else. */
export function readPublished<P, T>(
  name: ReadName,
  run: (ctx: { viewer: Viewer; db: Db; today: Day }, params: P) => Promise<T>,
): Read<P, T> {
  const called = async (token: string | undefined, params: P): Promise<Result<T>> => {
    if (!token || !tokenForm.test(token)) return { ok: false, failure: { kind: 'signed-out' } }
    const open = `select set_config('app.session', '${token}', true); select * from app.report_enter()`
    try {
      const value = await inTransaction(reportPool(), open, async (db, _, [row]) => {
        if (!row) throw new Stop({ kind: 'signed-out' })
        const viewer: Viewer = {
          staffId: row.staff_id as string,
          partnershipId: row.partnership_id as string,
          partnershipName: row.partnership_name as string,
          name: row.name as string,
          role: row.role as Role,
          demonstration: row.demonstration as boolean,
        }
        if (!may(viewer.role, (reads as Record<string, Row>)[name]))
          throw refused('Your role does not open this page.')
        return run({ viewer, db, today: dayOf(new Date()) }, params)
      })
      return { ok: true, value }
    } catch (error) {
      return { ok: false, failure: failureOf(error) }
    }
  }
  return Object.assign(called, { read: name })
}
