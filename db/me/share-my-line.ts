import { z } from 'zod'
import { act } from '@/db/act'
import { shareLines } from '@/db/plans/line-shares'
import { id } from '@/lib/id'
import { many } from '@/lib/parse'
import { planKind } from '@/lib/plans/plan'
import { ownIdentity } from './own'

const input = z.strictObject({
  kind: planKind,
  lineId: many(id).refine((lines) => lines.length > 0, { error: 'Choose one line or more.' }),
  relationshipId: z.uuid({ error: 'Choose who may see them.' }),
})

/** A young person shows lines of their plan to one of the people who matter to them. */
export const shareMyLine = act('shareMyLine', input, async (ctx, { kind, lineId, relationshipId }) => {
  const { personId } = await ownIdentity(ctx)
  await shareLines(ctx, {
    personId,
    kind,
    lineIds: lineId,
    with: { kind: 'relationship', id: relationshipId },
  })
  return { kind }
})
