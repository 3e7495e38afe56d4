import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { decline, isRefused } from '@/lib/handover/moves'
import { newId } from '@/lib/id'
import { declineHandover } from '../actions'
import { Cannot } from '../cannot'
import { openHandover, type Params, ShortPage } from '../short-page'

export const metadata = { title: 'Decline the hand-over' }

export default async function Refusal(props: Params) {
  const opened = await openHandover(props, 'refusal')
  const { handover, identity, by } = opened
  const answer = decline(handover.state, by, 'to be written')
  return (
    <ShortPage opened={opened}>
      {isRefused(answer) ? (
        <>
          <PageHeading>Decline the hand-over</PageHeading>
          <Cannot reasons={[]}>{answer.refused}</Cannot>
        </>
      ) : (
        <Form
          action={declineHandover}
          submit="Decline the hand-over"
          idempotencyKey={newId()}
          version={handover.version}
          hidden={{ handoverId: handover.id }}
          beside={<Link href={`/care/handovers/${handover.id}/acceptance`}>Accept instead</Link>}
          className="fp-form-page"
        >
          <PageHeading
            lede={`${handover.from.worker.name} is told at once. ${handover.to.team} then no longer sees ${identity.knownAs}’s record.`}
          >
            Decline the hand-over
          </PageHeading>
          <TextArea name="words" label="Why?" hint={`${identity.knownAs} may read this.`} />
        </Form>
      )}
    </ShortPage>
  )
}
