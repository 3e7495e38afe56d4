import { createHash } from 'node:crypto'
import { z } from 'zod'
import { act } from '@/db/act'
import { id } from '@/lib/id'
import { reminderNow } from './facts'

const input = z.strictObject({
  id,
  /** Of the address it is about to be sent to: when that has changed meanwhile, it is not. */
  addressHash: z.string().length(64),
  /** Of the link that turns reminders off. */
  stopHash: z.string().length(64),
})

export const hashOfAddress = (email: string): string => createHash('sha256').update(email).digest('hex')

/**
 * The last look before a reminder leaves, and the mark that it is leaving: of several that try, one begins. Whatever was
 * withdrawn, moved or changed by now counts. After this nothing stands between us and the mail server.
 * @returns go: it may be handed to the mail server now; changed: look again, the address is another one
 */
export const beginReminder = act('beginReminder', input, async (ctx, form) => {
  const { rows } = await ctx.client.query<{ state: string; who: string }>(
    `select state, person_id || coalesce(relationship_id::text, '') as who from outbox where id = $1`,
    [form.id],
  )
  if (rows[0]) await ctx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 75))', [rows[0].who])
  const reminder = await reminderNow(ctx, form.id)
  if (reminder.state !== 'waiting') return { go: false, why: null, changed: false }
  if (reminder.why) {
    await ctx.client.query(
      `update outbox set state = 'not-sent', why_not = $2 where id = $1 and state = 'waiting'`,
      [form.id, reminder.why],
    )
    ctx.about({ detail: { why: reminder.why } })
    return { go: false, why: reminder.why, changed: false }
  }
  if (hashOfAddress(reminder.email) !== form.addressHash) return { go: false, why: null, changed: true }
  const begun = await ctx.client.query(
    `update outbox set state = 'sending', attempts = attempts + 1, sending_at = now(), stop_hash = decode($2, 'hex')
     where id = $1 and state = 'waiting'`,
    [form.id, form.stopHash],
  )
  return { go: begun.rowCount === 1, why: null, changed: false }
})
