import { Checkbox } from '@/app/_ui/fields/checkbox'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { addMonths, inWords } from '@/lib/day'
import { isRefused, nextStep } from '@/lib/handover/moves'
import { namedWorkerAt, stepInWords, stepTable } from '@/lib/handover/steps'
import { newId } from '@/lib/id'
import { moveHandover } from '../actions'
import { Cannot } from '../cannot'
import { openHandover, type Params, ShortPage } from '../short-page'

export const metadata = { title: 'Next step' }

/** What is missing is said before anything changes, and what will change too. */
export default async function NextStep(props: Params) {
  const opened = await openHandover(props, 'next-step')
  const { handover, identity, by, today, actor } = opened
  const { state, from, to } = handover
  const { knownAs } = identity
  const next = stepTable[state.step].next
  const ends = next === 'ended'
  const until = addMonths(today, actor.comeBackMonths)
  // The last condition is answered by the box of this very form.
  const answer = nextStep(ends ? { ...state, comeBackUntil: until } : state, by)
  const passes = next !== null && namedWorkerAt(next) !== namedWorkerAt(state.step)
  return (
    <ShortPage opened={opened}>
      {isRefused(answer) || !next ? (
        <>
          <PageHeading lede={`${knownAs}’s hand-over is at “${stepInWords(state.step)}”.`}>
            Next step
          </PageHeading>
          <Cannot reasons={handover.missing}>
            {handover.missing.length > 0 && state.state === 'active'
              ? 'These things are still to do. Nothing has changed.'
              : isRefused(answer)
                ? answer.refused
                : 'There is no next step.'}
          </Cannot>
          {state.step === 'getting-ready' && state.state === 'active' && (
            <p>
              <Link href={`/care/handovers/${handover.id}/preparation`}>Prepare the hand-over</Link>
            </p>
          )}
        </>
      ) : (
        <Form
          action={moveHandover}
          submit={ends ? 'End the hand-over' : 'Take this step'}
          idempotencyKey={newId()}
          version={handover.version}
          hidden={{ handoverId: handover.id, way: 'next' }}
          className="fp-form-page"
        >
          <PageHeading lede={`From “${stepInWords(state.step)}”. Nothing is missing.`}>
            {stepInWords(next)}
          </PageHeading>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {passes && (
              <li>
                {to.worker?.name}, {to.team}, becomes {knownAs}’s named worker. {from.worker.name} stays on
                hand.
              </li>
            )}
            {!passes && !ends && (
              <li>
                {namedWorkerAt(next) === 'sending-worker' ? from.worker.name : to.worker?.name} stays{' '}
                {knownAs}’s named worker.
              </li>
            )}
            {ends && (
              <li>
                {knownAs}’s time with {to.team} ends, as planned. Goals and ratings stay as they are.
              </li>
            )}
            {ends && (
              <li>
                {knownAs} can come back to {from.team} until {inWords(until)}. No new referral and no waiting
                list.
              </li>
            )}
          </ul>
          {ends && (
            <Checkbox
              name="toldWayBack"
              label={`I told ${knownAs} how to come back, and until ${inWords(until)}`}
            />
          )}
          <TextArea
            name="words"
            label={ends ? 'What was agreed for the time after' : `What ${knownAs} says about it`}
            optional={!ends}
          />
        </Form>
      )}
    </ShortPage>
  )
}
