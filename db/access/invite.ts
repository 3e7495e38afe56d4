import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import type { Ctx } from '@/db/door'
import { invitations } from '@/db/schema/accounts'
import { staff } from '@/db/schema/organisations'
import { id, newId } from '@/lib/id'
import { hashOfCode } from './invitation-hash'
import { hashOfToken, tokenForm } from './session-token'

/** What every invitation is made with. Link and code are made by the server, which shows them once; only hashes are kept. */
export const invitationInput = z.strictObject({
  personId: id,
  token: z.string().regex(tokenForm),
  code: z.string().regex(/^\d{6}$/),
})

/**
 * Writes an invitation for somebody within reach; an earlier one that is still open stops working. Where there is an
 * account already, it renews it: whoever accepts chooses a way in anew.
 */
export async function invite(
  ctx: Ctx,
  { personId, token, code }: z.output<typeof invitationInput>,
  relationshipId: string | null,
): Promise<{ personId: string; renewal: boolean }> {
  const [account] = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(
      and(
        eq(staff.personId, personId),
        relationshipId ? eq(staff.relationshipId, relationshipId) : isNull(staff.relationshipId),
        ne(staff.status, 'left'),
      ),
    )
  await withdrawInvitations(ctx, personId, relationshipId)
  const invitationId = newId()
  await ctx.db.insert(invitations).values({
    partnershipId: ctx.actor.partnershipId,
    id: invitationId,
    personId,
    relationshipId,
    accountId: account?.id ?? newId(),
    tokenHash: hashOfToken(token),
    codeHash: hashOfCode(token, code),
    byStaffId: ctx.actor.staffId,
  })
  ctx.about({ recordId: invitationId, detail: { renewal: account !== undefined } })
  return { personId, renewal: account !== undefined }
}

export const withdrawInvitations = (ctx: Ctx, personId: string, relationshipId: string | null) =>
  ctx.db
    .update(invitations)
    .set({ withdrawnAt: ctx.now })
    .where(
      and(
        eq(invitations.personId, personId),
        relationshipId ? eq(invitations.relationshipId, relationshipId) : isNull(invitations.relationshipId),
        isNull(invitations.usedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
