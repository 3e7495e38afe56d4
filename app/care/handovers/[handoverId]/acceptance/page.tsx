import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { meetingInWords } from '@/db/handover/held'
import { accept, isRefused } from '@/lib/handover/moves'
import { newId } from '@/lib/id'
import { acceptHandover } from '../actions'
import { Cannot } from '../cannot'
import { openHandover, type Params, ShortPage } from '../short-page'
import { Summary } from '../summary'

export const metadata = { title: 'Accept the hand-over' }

export default async function Acceptance(props: Params) {
  const opened = await openHandover(props, 'acceptance')
  const { handover, identity, by, today } = opened
  const { knownAs } = identity
  const answer = accept(handover.state, by)
  return (
    <ShortPage opened={opened}>
      {isRefused(answer) ? (
        <>
          <PageHeading>Accept the hand-over</PageHeading>
          <Cannot reasons={[]}>{answer.refused}</Cannot>
        </>
      ) : (
        <Form
          action={acceptHandover}
          submit="Accept the hand-over"
          idempotencyKey={newId()}
          version={handover.version}
          hidden={{ handoverId: handover.id }}
          beside={<Link href={`/care/handovers/${handover.id}/refusal`}>Decline with a reason</Link>}
          className="fp-form-page"
        >
          <PageHeading
            lede={`${handover.from.worker.name} stays ${knownAs}’s named worker until you both agree that ${handover.to.worker?.name} leads.`}
          >
            {handover.to.worker?.name} is invited to be beside {knownAs}
          </PageHeading>
          {handover.proposedMeeting && (
            <p>First meeting together: {meetingInWords(handover.proposedMeeting, today)}.</p>
          )}
          <Summary keepDoing={handover.keepDoing} watchFor={handover.watchFor} />
        </Form>
      )}
    </ShortPage>
  )
}
