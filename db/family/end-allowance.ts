import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { id } from '@/lib/id'
import { requiredText } from '@/lib/parse'
import { endAllowed } from './end'

const input = z.strictObject({
  personId: id,
  allowanceId: id,
  because: requiredText('Write why it ends.'),
})

/** A worker ends something a parent or carer may see, with the reason. */
export const endAllowance = act('endAllowance', input, async (ctx, { personId, allowanceId, because }) => {
  await identityOf(ctx, personId)
  await endAllowed(ctx, personId, allowanceId, because)
  return { personId }
})
