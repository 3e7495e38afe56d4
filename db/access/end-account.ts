import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { accountEndings } from '@/db/schema/accounts'
import { staff } from '@/db/schema/organisations'
import { type EndingReason, endingReasons } from '@/lib/access/ending'
import { invalid, notFound } from '@/lib/errors'
import { id, newId } from '@/lib/id'
import { withdrawInvitations } from './invite'

const input = z.strictObject({
  personId: id,
  accountId: id,
  because: z.enum(Object.keys(endingReasons) as [EndingReason, ...EndingReason[]], {
    error: 'Choose why.',
  }),
  words: z.string().trim().max(1000, 'Use 1,000 letters or fewer.').default(''),
})

/** Ends the account of a young person, a parent or a carer. Whoever is signed in with it is signed out at once. */
export const endAccount = act('endAccount', input, async (ctx, { accountId, because, words, ...about }) => {
  const { personId } = await identityOf(ctx, about.personId)
  if (because === 'other' && !words) throw invalid({ words: 'Say why in a few words.' })
  const [account] = await ctx.db
    .select({ relationshipId: staff.relationshipId })
    .from(staff)
    .where(and(eq(staff.id, accountId), eq(staff.personId, personId), ne(staff.status, 'left')))
  if (!account) throw notFound()
  await ctx.db.insert(accountEndings).values({
    partnershipId: ctx.actor.partnershipId,
    id: newId(),
    personId,
    accountId,
    because,
    words,
    byStaffId: ctx.actor.staffId,
  })
  await withdrawInvitations(ctx, personId, account.relationshipId)
  const { rows } = await ctx.client.query('select app.end_account($1) as ended', [accountId])
  if (!rows[0].ended) throw notFound()
  ctx.about({ recordId: accountId, detail: { because } })
  return { personId }
})
