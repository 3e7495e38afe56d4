import { and, eq } from 'drizzle-orm'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { relationships } from '@/db/schema/people'
import { notFound, refused } from '@/lib/errors'
import { id } from '@/lib/id'
import { invitationInput, invite } from './invite'
import { mayInviteParent } from './may-invite-parent'

/** A link and a code for a parent or carer of a young person within reach. What they then see is decided apart. */
export const inviteParent = act(
  'inviteParent',
  invitationInput.extend({ relationshipId: id }),
  async (ctx, { relationshipId, ...input }) => {
    const { personId } = await identityOf(ctx, input.personId)
    const [known] = await ctx.db
      .select({ relation: relationships.relation, endedOn: relationships.endedOn })
      .from(relationships)
      .where(and(eq(relationships.id, relationshipId), eq(relationships.personId, personId)))
    if (!known) throw notFound()
    if (known.endedOn) throw refused('They are no longer among the people who matter.')
    const reason = await mayInviteParent(ctx, personId, relationshipId)
    if (reason) throw refused(reason)
    return invite(ctx, { ...input, personId }, relationshipId)
  },
  { secret: true },
)
