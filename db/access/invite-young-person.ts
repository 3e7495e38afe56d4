import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { invitationInput, invite } from './invite'

/** A link and a code for a young person within reach, to open pages of their own. */
export const inviteYoungPerson = act(
  'inviteYoungPerson',
  invitationInput,
  async (ctx, input) => {
    const { personId } = await identityOf(ctx, input.personId)
    return invite(ctx, { ...input, personId }, null)
  },
  { secret: true },
)
