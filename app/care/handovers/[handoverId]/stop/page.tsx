import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { isRefused, stop } from '@/lib/handover/moves'
import { newId } from '@/lib/id'
import { stopHandover } from '../actions'
import { Cannot } from '../cannot'
import { openHandover, type Params, ShortPage } from '../short-page'

export const metadata = { title: 'Stop the hand-over' }

export default async function Stop(props: Params) {
  const opened = await openHandover(props, 'stop')
  const { handover, identity, by } = opened
  const answer = stop(handover.state, by, 'to be written')
  return (
    <ShortPage opened={opened}>
      {isRefused(answer) ? (
        <>
          <PageHeading>Stop the hand-over</PageHeading>
          <Cannot reasons={[]}>{answer.refused}</Cannot>
        </>
      ) : (
        <Form
          action={stopHandover}
          submit="Stop the hand-over"
          tone="warning"
          idempotencyKey={newId()}
          version={handover.version}
          hidden={{ handoverId: handover.id }}
          className="fp-form-page"
        >
          <PageHeading
            lede={`${handover.from.worker.name} stays ${identity.knownAs}’s named worker. ${handover.to.team} no longer sees the record.`}
          >
            Stop the hand-over
          </PageHeading>
          <TextArea name="words" label="Why does it stop?" hint="It can be started again at any time." />
        </Form>
      )}
    </ShortPage>
  )
}
