import { Select } from '@/app/_ui/fields/select'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { invite, isRefused, missingForInvitation } from '@/lib/handover/moves'
import { newId } from '@/lib/id'
import { inviteFacilitator } from '../actions'
import { Cannot } from '../cannot'
import { openHandover, type Params, ShortPage } from '../short-page'

export const metadata = { title: 'Invite the receiving worker' }

export default async function Invitation(props: Params) {
  const opened = await openHandover(props, 'invitation')
  const { handover, identity, by, duty, receivingMembers } = opened
  const answer = invite(handover.state, by)
  const missing = handover.state.step === 'getting-ready' ? missingForInvitation(handover.state) : []
  return (
    <ShortPage opened={opened}>
      {isRefused(answer) ? (
        <>
          <PageHeading>Invite {handover.to.job}</PageHeading>
          <Cannot reasons={missing}>
            {missing.length > 0 ? 'Cannot start yet. These things are still to do.' : answer.refused}
          </Cannot>
          {missing.length > 0 && (
            <p>
              <Link href={`/care/handovers/${handover.id}/preparation`}>Prepare the hand-over</Link>
            </p>
          )}
        </>
      ) : (
        <Form
          action={inviteFacilitator}
          submit={`Invite ${handover.to.job}`}
          idempotencyKey={newId()}
          version={handover.version}
          hidden={{ handoverId: handover.id }}
          className="fp-form-page"
        >
          <PageHeading
            lede={`${handover.to.team} (${handover.to.organisation}) sees ${identity.knownAs}’s record from now on, for as long as the invitation stands.`}
          >
            Invite {handover.to.job}
          </PageHeading>
          <Select
            name="workerId"
            label="Who is asked?"
            hint={`They may accept, or decline with a reason. ${handover.from.worker.name} stays the named worker.`}
            options={receivingMembers.map((one) => ({ value: one.id, label: one.name }))}
            empty={duty ? `Whoever is on duty: ${duty}` : 'Choose someone'}
          />
        </Form>
      )}
    </ShortPage>
  )
}
