import type { Ctx } from '@/db/door'

/**
 * Whether a parent or carer may be given pages of their own: once that decision is recorded, with who made it and on what basis
 * (lib/people/consent.ts). The young person's yes, or the lawful basis, stands there; an invitation adds nothing to it.
 * @returns a sentence saying why not, or undefined when they may
 */
export const mayInviteParent = async (
  ctx: Ctx,
  personId: string,
  relationshipId: string,
): Promise<string | undefined> => {
  const { rowCount } = await ctx.client.query({
    name: 'may-invite-parent',
    text: `select 1 from allowances where person_id = $1 and relationship_id = $2 and item = 'pages' and ended_at is null
      and from_day <= $3 and (to_day is null or to_day > $3)`,
    values: [personId, relationshipId, ctx.today],
  })
  return rowCount
    ? undefined
    : 'Record first who decided that they get pages of their own: Details, What parents and carers see.'
}
