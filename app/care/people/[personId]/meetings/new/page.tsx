import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Details } from '@/app/_ui/details'
import { CheckboxGroup } from '@/app/_ui/fields/checkbox-group'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { meetingChoices } from '@/db/story/meetings'
import { newId } from '@/lib/id'
import { bookMeeting } from '../actions'
import { BookingFields } from '../booking-fields'
import { EvenSo } from '../even-so'

export const metadata = { title: 'Book a meeting' }

export default async function BookMeeting({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const base = `/care/people/${personId}`
  const { actor, identity, beside, last, mayComeToo } = await load(
    meetingChoices,
    { personId },
    `${base}/meetings/new`,
  )
  const { knownAs } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <BackLink href={`${base}/meetings`}>Back to {knownAs}’s meetings</BackLink>
      <Form
        action={bookMeeting}
        submit="Save meeting"
        idempotencyKey={newId()}
        hidden={{ personId }}
        className="fp-form-page"
      >
        <PageHeading lede="A meeting that has taken place can be written down here too.">
          Book a meeting
        </PageHeading>
        {last && <p className="fp-quiet">How and where are filled in as they were the last time.</p>}
        <BookingFields
          knownAs={knownAs}
          beside={beside}
          values={{
            minutes: last?.minutes,
            how: last?.how,
            place: last?.place,
            contactWords: last?.contactWords,
            withStaffId: last?.withStaffId ?? identity.namedWorker?.id,
            alsoStaffId: last?.alsoStaffId ?? undefined,
          }}
        />
        {mayComeToo.length > 0 && (
          <Details summary="Brothers, sisters or a group come too">
            <CheckboxGroup
              name="alsoFor"
              label="Who else is the meeting for?"
              hint="Each has it in their own record. No record shows the name of another."
              options={mayComeToo.map((one) => ({
                value: one.personId,
                label: `${one.name}, aged ${one.age}`,
              }))}
              optional
            />
          </Details>
        )}
        <EvenSo label="Book it all the same" />
      </Form>
    </RecordPage>
  )
}
