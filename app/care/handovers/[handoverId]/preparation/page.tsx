import { Details } from '@/app/_ui/details'
import { DateField } from '@/app/_ui/fields/date-field'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { dayOf, timeInWords } from '@/lib/day'
import { isRefused, prepare } from '@/lib/handover/moves'
import { newId } from '@/lib/id'
import { prepareHandover } from '../actions'
import { Cannot } from '../cannot'
import { openHandover, type Params, ShortPage } from '../short-page'

export const metadata = { title: 'Prepare the hand-over' }

export default async function Preparation(props: Params) {
  const opened = await openHandover(props, 'preparation')
  const { handover, identity, by, sendingMembers } = opened
  const { knownAs } = identity
  const answer = prepare(handover.state, by)
  const offered = handover.proposedMeeting
  return (
    <ShortPage opened={opened}>
      {isRefused(answer) ? (
        <>
          <PageHeading>Prepare the hand-over</PageHeading>
          <Cannot reasons={[]}>{answer.refused}</Cannot>
        </>
      ) : (
        <Form
          action={prepareHandover}
          submit="Save preparation"
          idempotencyKey={newId()}
          version={handover.version}
          hidden={{ handoverId: handover.id }}
          className="fp-form-page"
        >
          <PageHeading lede="Write it together, in any order. Leave empty what is still to do.">
            Prepare {knownAs}’s hand-over
          </PageHeading>
          <DateField
            name="goalsReviewedOn"
            label="When did you look at the goals together?"
            value={handover.goalsReviewedOn ?? ''}
            optional
          />
          <TextArea
            name="keepDoing"
            label="What to keep doing"
            value={handover.keepDoing}
            rows={4}
            optional
          />
          <TextArea
            name="watchFor"
            label="What to watch for"
            hint={`What ${knownAs} and the people around ${knownAs} notice first, and what helps then`}
            value={handover.watchFor}
            rows={4}
            optional
          />
          <TextArea
            name="readyWords"
            label={`How ready ${knownAs} feels, in their words`}
            hint="Word for word. Ask again as often as you like: earlier words stay in the story."
            value={handover.readyWords}
            optional
          />
          {!handover.state.accepted && (
            <>
              <DateField
                name="meetingOn"
                label="First meeting together: day"
                hint={`With ${handover.from.worker.name} and the next worker`}
                value={offered ? dayOf(offered) : ''}
                optional
              />
              <TextField
                name="meetingAt"
                label="First meeting together: time"
                hint="For example, 14:05. It is offered with the invitation, and booked when they accept."
                width={5}
                value={offered ? timeInWords(offered) : ''}
                optional
              />
            </>
          )}
          <Details summary={`${handover.returnContact.name} takes ${knownAs} back if they change their mind`}>
            <Select
              name="returnContactId"
              label={`Who at ${handover.from.team} takes them back?`}
              options={sendingMembers.map((one) => ({ value: one.id, label: one.name }))}
              value={handover.returnContact.id}
            />
          </Details>
        </Form>
      )}
    </ShortPage>
  )
}
