import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { isRefused, stepBack } from '@/lib/handover/moves'
import { namedWorkerAt, stepInWords } from '@/lib/handover/steps'
import { newId } from '@/lib/id'
import { moveHandover } from '../actions'
import { Cannot } from '../cannot'
import { openHandover, type Params, ShortPage } from '../short-page'

export const metadata = { title: 'Step back' }

export default async function StepBack(props: Params) {
  const opened = await openHandover(props, 'step-back')
  const { handover, identity, by } = opened
  const { state, from, to } = handover
  const answer = stepBack(state, by)
  return (
    <ShortPage opened={opened}>
      {isRefused(answer) ? (
        <>
          <PageHeading>Step back</PageHeading>
          <Cannot reasons={[]}>{answer.refused}</Cannot>
        </>
      ) : (
        <Form
          action={moveHandover}
          submit="Step back"
          idempotencyKey={newId()}
          version={handover.version}
          hidden={{ handoverId: handover.id, way: 'back' }}
          className="fp-form-page"
        >
          <PageHeading lede={`From “${stepInWords(state.step)}”. A step back is part of it, not a failure.`}>
            Back to “{stepInWords(answer)}”
          </PageHeading>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {namedWorkerAt(answer) !== namedWorkerAt(state.step) ? (
              <li>
                {from.worker.name}, {from.team}, is {identity.knownAs}’s named worker again. {to.worker?.name}{' '}
                stays beside them.
              </li>
            ) : (
              <li>Who is the named worker does not change.</li>
            )}
            {answer === 'thinking' && (
              <li>The invitation is taken back: {to.team} no longer sees the record.</li>
            )}
          </ul>
          <TextArea name="words" label={`Why, and what ${identity.knownAs} says about it`} optional />
        </Form>
      )}
    </ShortPage>
  )
}
