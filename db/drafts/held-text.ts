import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { v4 } from 'uuid'
import { outside } from '@/db/access/outside'
import { failureOf } from '@/db/door'
import type { Typed } from '@/lib/drafts/drafts'
import { isId } from '@/lib/id'

/** What was posted when the session had ended: shown again beside the sign-in, and in the form after it. */
export type HeldText = {
  /** Whose page it was typed on. */
  staffId: string
  /** The address of that page. */
  page: string
  fields: Typed
  heldAt: Date
}

type Sealed = { staff_id: string; sealed: Buffer; made_at: Date }

/**
 * Only while the database is away: one process keeps a few, for as long. (The one thing this service keeps in a process: with
 * several of them behind a proxy, the browser has to come back to the same one.)
 */
const kept = globalThis as unknown as { footpathHeldTexts?: Map<string, Sealed> }
kept.footpathHeldTexts ??= new Map()
const inMemory = kept.footpathHeldTexts
const mostInMemory = 100
const anHour = 60 * 60_000

const algorithm = 'aes-256-gcm'

/**
 * Keeps a posted text for an hour, sealed. The table has no key and the key has no text: it takes the database and the
 * browser that posted it together to read it.
 * @returns what the browser is to keep (its cookie), or undefined when there is no such account
 */
export async function holdText(staffId: string, page: string, fields: Typed): Promise<string | undefined> {
  if (!isId(staffId)) return undefined
  const [held, key, nonce] = [v4(), randomBytes(32), randomBytes(12)]
  const cipher = createCipheriv(algorithm, key, nonce)
  const sealed = Buffer.concat([
    nonce,
    cipher.update(JSON.stringify({ page, fields }), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ])
  const isKept = await outside(undefined, async (client) => {
    const { rows } = await client.query('select app.hold_text($1, $2, $3) as kept', [staffId, held, sealed])
    return rows[0].kept as boolean
  }).catch((error) => {
    if (failureOf(error).kind !== 'unavailable') throw error
    const oldest = inMemory.size >= mostInMemory ? inMemory.keys().next().value : undefined
    if (oldest) inMemory.delete(oldest)
    inMemory.set(held, { staff_id: staffId, sealed, made_at: new Date() })
    return true
  })
  return isKept ? `${held}.${key.toString('base64url')}` : undefined
}

/** @param ticket what the browser kept; a wrong one opens nothing */
export async function heldText(ticket: string | undefined): Promise<HeldText | undefined> {
  const [held, key] = opened(ticket)
  if (!held || !key) return undefined
  const row = inMemory.get(held) ?? (await keptOf(held))
  if (!row || row.made_at.getTime() < Date.now() - anHour) return undefined
  try {
    const decipher = createDecipheriv(algorithm, key, row.sealed.subarray(0, 12))
    decipher.setAuthTag(row.sealed.subarray(-16))
    const text = Buffer.concat([decipher.update(row.sealed.subarray(12, -16)), decipher.final()])
    const { page, fields } = JSON.parse(text.toString('utf8')) as { page: string; fields: Typed }
    return { staffId: row.staff_id, page, fields, heldAt: row.made_at }
  } catch {
    // Sealed with another key: not this browser's.
    return undefined
  }
}

const keptOf = (held: string): Promise<Sealed | undefined> =>
  outside(undefined, async (client) => {
    const { rows } = await client.query<Sealed>('select * from app.held_text($1)', [held])
    return rows[0]
  })

export async function dropHeldText(ticket: string | undefined): Promise<void> {
  const [held] = opened(ticket)
  if (held && !inMemory.delete(held))
    await outside(undefined, (client) => client.query('select app.drop_held_text($1)', [held]))
}

const opened = (ticket: string | undefined): [string?, Buffer?] => {
  const [held = '', key = ''] = ticket?.split('.') ?? []
  const bytes = Buffer.from(key, 'base64url')
  return isId(held) && bytes.length === 32 ? [held, bytes] : []
}
