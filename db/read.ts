import { may, type ReadName, type Row, reads } from '@/lib/access/policy'
import { type Day, dayOf } from '@/lib/day'
import { type Result, refused } from '@/lib/errors'
import { appPool, type Db, inTransaction, reportPool } from './client'
import {
  type Actor,
  actorOf,
  type Ctx,
  contextOf,
  enter,
  enterReports,
  failureOf,
  isToken,
  nobody,
  noteAudit,
  noteRefusal,
  type Said,
  type Viewer,
  viewerOf,
} from './door'

/** A read ready to be called: by a page, a route or a test. */
export type Read<P, T> = ((token: string | undefined, params: P) => Promise<Result<T>>) & { read: ReadName }

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
    if (!isToken(token)) return nobody
    const said: Said = { writes: [] }
    let actor: Actor
    try {
      const value = await inTransaction(
        appPool(),
        enter(token, !options.polling),
        async (db, client, [row]) => {
          actor = actorOf(row)
          mayOpen(actor, name)
          return run(contextOf(actor, db, client, said), params)
        },
        (client) => said.about && noteAudit(client, actor, name, 'opened', said.about),
      )
      return { ok: true, value }
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'refused' || failure.kind === 'not-found')
        await noteRefusal(token, name, failure, said.about ?? {})
      return { ok: false, failure }
    }
  }
  return Object.assign(called, { read: name })
}

/**
 * The commissioners' door: a database role that can read published figures and nothing else. It cannot write the audit
 * log either, so that a refusal is noted through the other door.
 */
export function readPublished<P, T>(
  name: ReadName,
  run: (ctx: { viewer: Viewer; db: Db; today: Day }, params: P) => Promise<T>,
): Read<P, T> {
  const called = async (token: string | undefined, params: P): Promise<Result<T>> => {
    if (!isToken(token)) return nobody
    try {
      const value = await inTransaction(reportPool(), enterReports(token), async (db, _, [row]) => {
        const viewer = viewerOf(row)
        mayOpen(viewer, name)
        return run({ viewer, db, today: dayOf(new Date()) }, params)
      })
      return { ok: true, value }
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'refused') await noteRefusal(token, name, failure, {})
      return { ok: false, failure }
    }
  }
  return Object.assign(called, { read: name })
}

/** @throws refused: a page then answers as for one that is not there */
const mayOpen = ({ role }: Viewer, name: ReadName) => {
  if (!may(role, (reads as Record<string, Row>)[name])) throw refused('Your role does not open this page.')
}
