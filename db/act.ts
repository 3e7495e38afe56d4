import { createHash, createHmac } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { z } from 'zod'
import { type ActName, acts, may, type Row } from '@/lib/access/policy'
import { conflict, type Result, refused, Stop } from '@/lib/errors'
import { cannotBeKept } from '@/lib/parse'
import { appPool, inTransaction } from './client'
import {
  type About,
  type Actor,
  actorOf,
  type Ctx,
  contextOf,
  enter,
  failureOf,
  isToken,
  nobody,
  noteDone,
  noteRefusal,
} from './door'
import { env } from './env'

/**
 * What a form says about itself beside its fields. Neither decides what may be done.
 */
export type Sent = {
  /** Whose page the form stood on. Somebody else who has signed in since never sends the first person's words. */
  drawnFor?: string
  /** The asker's own draft of what is being saved: gone with the save, in the same transaction. */
  draftId?: string
}

/** An act ready to be called: by a server action, a job or a test. */
export type Act<I, T> = ((
  token: string | undefined,
  input: I,
  key: string,
  sent?: Sent,
) => Promise<Result<T>>) & {
  act: ActName
  /** What it takes, for whoever must know the names of its fields. */
  input: z.ZodType
}

const keyForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

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
  const called = async (
    token: string | undefined,
    raw: z.input<S>,
    key: string,
    sent: Sent = {},
  ): Promise<Result<T>> => {
    if (!isToken(token)) return nobody
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
        if (sent.drawnFor && sent.drawnFor !== actor.staffId) throw refused(drawnForAnother)
        if (!may(actor.role, (acts as Record<string, Row>)[name]))
          throw refused('Your role does not allow this. Ask your team lead or administrator.')
        const broken = cannotBeKept(raw)
        if (broken.length > 0)
          throw new Stop({
            kind: 'invalid',
            fields: Object.fromEntries(broken.map((name) => [name, notKept])),
          })
        const parsed = input.safeParse(raw)
        if (!parsed.success) throw new Stop({ kind: 'invalid', fields: fieldsOf(parsed.error) })
        const earlier = await once(client, actor, name, key, raw, options.secret ?? false)
        if (earlier) return earlier.result as T
        const ctx = contextOf(actor, db, client, (more) => {
          about = { ...about, ...more }
        })
        const result = await run(ctx, parsed.data)
        if (sent.draftId && keyForm.test(sent.draftId)) await finishDraft(client, actor, sent.draftId)
        await noteDone(client, actor, name, about, { key, result })
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
  return Object.assign(called, { act: name, input })
}

const notKept =
  'This has a character in it that cannot be kept. Type it again, or paste it without formatting.'

const drawnForAnother =
  'This page was opened by somebody else, who is signed out now. Nothing was sent. Only they can save it: sign out, let them sign in, then save again.'

/** Gone with the save. Its number is kept as a used key: a draft still on its way then comes too late to be offered again. */
const finishDraft = async (client: PoolClient, { partnershipId, staffId }: Actor, draftId: string) => {
  await turnAtDraft(client, draftId)
  await client.query({
    name: 'draft-finish',
    text: `with gone as (delete from drafts where partnership_id = $1 and id = $2 and staff_id = $3)
      insert into app.idempotency_keys (partnership_id, staff_id, key, act, input_hash)
      values ($1, $3, $2, 'finishedDraft', '') on conflict do nothing`,
    values: [partnershipId, draftId, staffId],
  })
}

/**
 * To the end of the transaction. A form and its first draft may come at the same moment: neither sees what the other has not
 * committed yet, and both would stand.
 */
export const turnAtDraft = (client: PoolClient, draftId: string) =>
  client.query({
    name: 'draft-turn',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [draftId],
  })

/** Claims the key. The same key with the same content gives the earlier result; with other content it is a conflict. */
async function once(
  client: PoolClient,
  actor: Actor,
  name: string,
  key: string,
  raw: unknown,
  secret: boolean,
) {
  const hash = hashOf(raw, secret)
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

/** Of secrets a keyed hash, with a key the database does not have: a plain one of a password could be guessed from a copy. */
const hashOf = (input: unknown, secret: boolean) =>
  (secret ? createHmac('sha256', env().AUTH_SECRET ?? '') : createHash('sha256'))
    .update(JSON.stringify(input))
    .digest('base64url')

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
