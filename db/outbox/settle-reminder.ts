import { z } from 'zod'
import { act } from '@/db/act'
import { notFound } from '@/lib/errors'
import { id } from '@/lib/id'
import { sendingLimit } from '@/lib/outbox/reminder'

/**
 * A reminder that was being handed over when the service stopped: nobody can tell whether the mail server took it. It is
 * not sent again, and says so.
 */
export const settleReminder = act('settleReminder', z.strictObject({ id }), async (ctx, { id }) => {
  const { rows: there } = await ctx.client.query('select 1 from outbox where id = $1', [id])
  if (there.length === 0) throw notFound()
  const { rows } = await ctx.client.query(
    `update outbox set state = 'not-sent', why_not = 'unsure'
     where id = $1 and state = 'sending' and sending_at < now() - make_interval(mins => $2) returning person_id`,
    [id, sendingLimit.minutes],
  )
  if (rows[0]) ctx.about({ personId: rows[0].person_id, recordId: id, detail: { why: 'unsure' } })
  return { settled: rows.length === 1 }
})
