import { createHash, createHmac } from 'node:crypto'
import type { Pool } from 'pg'
import type { z } from 'zod'
import { type ActName, acts, may, type Row } from '@/lib/access/policy'
import { conflict, invalid, type Result, refused } from '@/lib/errors'
import { isId } from '@/lib/id'
import { cannotBeKept } from '@/lib/parse'
import { appPool, inTransaction } from './client'
import {
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
  type Said,
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

/**
 * The one way to change anything. In one transaction: who is asking, may they, parse, the act's own lines, once only, audit,
 * commit.
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
    if (!isId(key))
      return {
        ok: false,
        failure: { kind: 'invalid', fields: { form: 'This form has lost its number. Reload the page.' } },
      }
    const said: Said = { writes: [] }
    let actor: Actor | undefined
    let begun = false
    const pool = (options.pool ?? appPool)()
    const form = {
      key,
      input: options.secret ? null : JSON.stringify(raw ?? null),
      hash: hashOf(raw, options.secret ?? false),
    }
    try {
      const value = await inTransaction(
        pool,
        enter(token, true),
        async (db, client, [row]) => {
          actor = actorOf(row)
          if (sent.drawnFor && sent.drawnFor !== actor.staffId) throw refused(drawnForAnother)
          if (!may(actor.role, (acts as Record<string, Row>)[name]))
            throw refused('Your role does not allow this. Ask your team lead or administrator.')
          const parsed = parse(input, raw)
          begun = true
          const ctx = contextOf(actor, db, client, said)
          const result = await run(ctx, parsed)
          if (isId(sent.draftId)) {
            ctx.later(turnAtDraft(sent.draftId))
            ctx.later(draftFinished(actor, sent.draftId))
          }
          return result
        },
        (client, result) =>
          Promise.all([
            ...said.writes,
            noteDone(client, actor!, name, said.about ?? {}, { ...form, result }),
          ]),
      )
      return { ok: true, value }
    } catch (error) {
      const earlier = actor && begun ? await sentBefore<T>(pool, token, actor, name, form) : undefined
      if (earlier) return earlier
      const failure = failureOf(error)
      if (failure.kind === 'refused' || failure.kind === 'not-found')
        await noteRefusal(token, name, failure, said.about ?? {})
      return { ok: false, failure }
    }
  }
  return Object.assign(called, { act: name, input })
}

/** @throws invalid with a sentence for each field */
const parse = <S extends z.ZodType>(input: S, raw: unknown): z.output<S> => {
  const broken = cannotBeKept(raw)
  if (broken.length > 0) throw invalid(Object.fromEntries(broken.map((name) => [name, notKept])))
  const parsed = input.safeParse(raw)
  if (!parsed.success) throw invalid(fieldsOf(parsed.error))
  return parsed.data
}

const notKept =
  'This has a character in it that cannot be kept. Type it again, or paste it without formatting.'

const drawnForAnother =
  'This page was opened by somebody else, who is signed out now. Nothing was sent. Only they can save it: sign out, let them sign in, then save again.'

/** Gone with the save. Its number is kept as a used key: a draft still on its way then comes too late to be offered again. */
const draftFinished = ({ partnershipId, staffId }: Actor, draftId: string) => ({
  name: 'draft-finished',
  text: `with gone as (delete from drafts where partnership_id = $1 and id = $2 and staff_id = $3)
    insert into app.idempotency_keys (partnership_id, staff_id, key, act, input_hash)
    values ($1, $3, $2, 'finishedDraft', '') on conflict do nothing`,
  values: [partnershipId, draftId, staffId],
})

/**
 * To the end of the transaction. A form and its first draft may come at the same moment: neither sees what the other has not
 * committed yet, and both would stand.
 */
export const turnAtDraft = (draftId: string) => ({
  name: 'draft-turn',
  text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
  values: [draftId],
})

/**
 * What was answered when this very form was sent before. Asked only where an act did not come to its end: the key of a form
 * that was kept stands in the way of keeping it again, and what it changed in the way of changing it twice.
 * @returns a conflict where the key was used with other words; nothing where it was not used
 */
const sentBefore = <T>(
  pool: Pool,
  token: string,
  { partnershipId, staffId }: Actor,
  name: string,
  form: { key: string; hash: string },
): Promise<Result<T> | undefined> =>
  inTransaction(pool, enter(token, false), async (_, client) => {
    const found = await client.query<{ act: string; input: unknown; input_hash: string; result: T }>(
      `select act, input, input_hash, result from app.idempotency_keys
        where partnership_id = $1 and staff_id = $2 and key = $3`,
      [partnershipId, staffId, form.key],
    )
    const earlier = found.rows[0]
    if (!earlier) return undefined
    if (earlier.act === name && earlier.input_hash === form.hash)
      return { ok: true, value: earlier.result } as const
    const { failure } = conflict(
      'This form was already sent once with other words. Both are shown below: nothing was overwritten.',
      textOf(earlier.input),
    )
    return { ok: false, failure } as const
  }).catch(() => undefined)

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
