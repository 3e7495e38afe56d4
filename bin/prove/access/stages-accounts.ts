import { addPasskey } from '@/db/access/add-passkey'
import { beginPasskey } from '@/db/access/begin-passkey'
import { endAccount } from '@/db/access/end-account'
import { handOverScreen } from '@/db/access/hand-over-screen'
import { inviteParent } from '@/db/access/invite-parent'
import { inviteYoungPerson } from '@/db/access/invite-young-person'
import { askForPasskey } from '@/db/access/passkey'
import { removePasskey } from '@/db/access/remove-passkey'
import { newToken } from '@/db/access/session-token'
import { rateInRoom } from '@/db/goals/rate-in-room'
import { newInvitationCode } from '@/lib/access/invitation'
import { fieldOf } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { allowed } from '@/tests/build/family'
import { PasskeyDevice } from '@/tests/build/passkey-device'
import { addRow } from '@/tests/build/record'
import { canSignIn, rightPassword } from '@/tests/build/sign-in'
import { sql } from '@/tests/build/sql'
import { recordIn, type Scene, staged } from './scene'

const mine =
  <I>(stage: (s: Scene) => Promise<I>) =>
  async (s: Scene): Promise<I | undefined> =>
    s.relation === 'own' ? stage(s) : undefined

const link = () => ({ token: newToken(), code: newInvitationCode() })

/** A parent of theirs, who was allowed pages of their own. */
const parentOf = async (s: Scene) => {
  const { personId, ...record } = await recordIn(s)
  const relationshipId = await addRow('relationships', {
    partnership_id: record.partnership.id,
    person_id: personId,
    name: s.word,
    relation: 'mother',
  })
  await allowed(s.place.colleague, { personId, relationshipId }, 'pages')
  return { personId, relationshipId }
}

const sessionOf = async ({ id }: { id: string }): Promise<string> =>
  (await sql('select id from app.sessions where staff_id = $1 and revoked_at is null limit 1', [id]))[0]!.id

/** Accounts of young people, parents and carers, and the screen in their hands. */
export const accountStages = [
  staged(inviteYoungPerson, async (s) => ({ personId: (await recordIn(s)).personId, ...link() })),
  staged(inviteParent, async (s) => ({ ...(await parentOf(s)), ...link() })),
  staged(endAccount, async (s) => {
    const { personId, relationshipId } = await parentOf(s)
    const account = await s.place.p.ownAccount(personId, { relationshipId })
    return { personId, accountId: account.id, because: 'asked' as const }
  }),
  staged(handOverScreen, async (s) => ({ personId: (await recordIn(s)).personId, nextToken: newToken() })),
  staged(rateInRoom, async (s) => ({ [fieldOf(await (await recordIn(s)).goal())]: '5' })),
  staged(
    beginPasskey,
    mine(async (s) => {
      await canSignIn(s.actor)
      return { currentPassword: rightPassword }
    }),
  ),
  staged(
    addPasskey,
    mine(async (s) => {
      const asked = await askForPasskey(
        { id: s.actor.id, shownAs: 'x' },
        `session ${await sessionOf(s.actor)}`,
      )
      return { answer: new PasskeyDevice().make(asked.challenge), name: 'My phone' }
    }),
  ),
  staged(removePasskey, async (s) => {
    const whose = s.relation === 'own' ? s.actor : await s.place.p.ownAccount((await recordIn(s)).personId)
    await canSignIn(whose)
    const id = newId()
    await sql(
      `insert into app.passkeys (partnership_id, id, staff_id, credential_id, public_key, name) values ($1, $2, $3, $4, $4, 'x')`,
      [whose.partnershipId, id, whose.id, Buffer.from(id)],
    )
    return { passkeyId: id }
  }),
]
