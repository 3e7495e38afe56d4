import { Form } from '@/app/_ui/form'
import { newId } from '@/lib/id'
import { handOverScreen } from './actions'

type Props = { personId: string; knownAs: string; meetingId?: string }

/** On the worker's pages: gives the screen to the young person. */
export function HandOver({ personId, knownAs, meetingId }: Props) {
  return (
    <section className="fp-section" aria-labelledby="hand-over-screen">
      <h2 className="fp-h3" id="hand-over-screen">
        {knownAs} can do this alone
      </h2>
      <p>
        Hand over the screen: {knownAs} sees only their goals to rate. Nothing else opens until you pass it
        back with your password or code.
      </p>
      <Form
        action={handOverScreen}
        submit="Hand over the screen"
        pendingText="One moment"
        tone="quiet"
        idempotencyKey={newId()}
        hidden={{ personId, ...(meetingId && { meetingId }) }}
        id="hand-over"
      />
    </section>
  )
}
