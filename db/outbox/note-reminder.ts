import { z } from 'zod'
import { act } from '@/db/act'
import { notFound } from '@/lib/errors'
import { id } from '@/lib/id'
import { nextTry } from '@/lib/outbox/reminder'

const input = z.strictObject({
  id,
  /** What the mail server answered: taken, not for this address, not now; or that there was no telling. */
  answer: z.enum(['taken', 'refused', 'later', 'unsure']),
})

/** What became of a reminder that was handed to the mail server. */
export const noteReminder = act('noteReminder', input, async (ctx, { id, answer }) => {
  const { rows } = await ctx.client.query(
    'select person_id, attempts, starts_at from outbox where id = $1 and state = $2 for update',
    [id, 'sending'],
  )
  const row = rows[0]
  if (!row) throw notFound()
  const again = nextTry(row.attempts, ctx.now)
  const [state, why] =
    answer === 'taken'
      ? ['sent', null]
      : answer !== 'later'
        ? ['not-sent', answer]
        : again < row.starts_at
          ? ['waiting', null]
          : ['not-sent', 'unreachable']
  await ctx.client.query(
    `update outbox set state = $2, why_not = $3, sent_at = case when $2 = 'sent' then now() end, try_after = $4 where id = $1`,
    [id, state, why, state === 'waiting' ? again : null],
  )
  ctx.about({ personId: row.person_id, recordId: id, detail: { answer } })
  return { state }
})
