import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { invalid } from '@/lib/errors'
import { id } from '@/lib/id'
import { many } from '@/lib/parse'
import { planKind } from '@/lib/plans/plan'
import { recipientFrom } from '@/lib/plans/sharing'
import { shareLines } from './line-shares'

const input = z.strictObject({
  personId: id,
  kind: planKind,
  lineId: many(id).refine((lines) => lines.length > 0, { error: 'Choose one line or more.' }),
  with: z.string({ error: 'Choose who may see them.' }),
  /** The young person said so: it is their plan. */
  theyAskedFor: z.literal('yes', { error: 'A line is shared when the young person says so.' }),
})

/** Shows lines of a plan to somebody the young person named. */
export const shareLine = act('shareLine', input, async (ctx, { personId, kind, lineId, with: key }) => {
  await identityOf(ctx, personId)
  const recipient = recipientFrom(key)
  if (!recipient) throw invalid({ with: 'Choose who may see them.' })
  await shareLines(ctx, { personId, kind, lineIds: lineId, with: recipient })
  return { personId, kind }
})
