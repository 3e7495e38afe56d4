import { notFound } from 'next/navigation'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Checkbox } from '@/app/_ui/fields/checkbox'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { Verbatim } from '@/app/_ui/verbatim'
import { reminders } from '@/db/outbox/reads'
import { newId } from '@/lib/id'
import { hoursBefore } from '@/lib/outbox/preferences'
import { changeReminders } from './actions'

type Props = { params: Promise<{ personId: string; who: string }> }

export const metadata = { title: 'Reminders' }

export default async function ChangeReminders({ params }: Props) {
  const { personId, who } = await params
  const base = `/care/people/${personId}/details/reminders`
  const { actor, identity, asked } = await load(reminders, { personId }, `${base}/${who}`)
  const one = asked.find((each) => (each.relationshipId ?? 'young-person') === who)
  if (!one) notFound()
  const young = one.relationshipId === null
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to reminders</BackLink>
      {identity.safeContact && (
        <Notice kind="warning">
          How to contact safely: <Verbatim>{identity.safeContact}</Verbatim>
        </Notice>
      )}
      <Form
        action={changeReminders}
        submit="Save"
        idempotencyKey={newId()}
        version={one.version}
        hidden={{ personId, relationshipId: one.relationshipId ?? '' }}
        className="fp-form-page"
      >
        <PageHeading lede="Ask them. Somebody else may see their mail or their calendar.">
          Reminders for {one.name}
        </PageHeading>
        <RadioGroup
          name="reminders"
          label={`Does ${one.name} want a reminder before a meeting?`}
          hint="Never more than one a week. The mail has a link that turns them off."
          options={[
            { value: 'yes', label: 'Yes, by e-mail' },
            { value: 'no', label: 'No' },
          ]}
          value={one.reminders === null ? undefined : one.reminders ? 'yes' : 'no'}
        />
        {young ? (
          <p>
            {one.email ? (
              <>
                It goes to <b>{one.email}</b>.{' '}
              </>
            ) : (
              <>There is no e-mail address yet. </>
            )}
            <Link href={`/care/people/${personId}/details/change`}>
              {one.email ? 'Change the address' : 'Add an address'}
            </Link>
          </p>
        ) : (
          <TextField
            name="email"
            label={`${one.name}’s e-mail address`}
            type="email"
            value={one.email}
            optional
          />
        )}
        <RadioGroup
          name="hoursBefore"
          label="How long before?"
          options={Object.entries(hoursBefore).map(([value, label]) => ({ value, label }))}
          value={String(one.hoursBefore ?? 24)}
        />
        <Checkbox
          name="placeInCalendar"
          label="The calendar file may say where"
          hint="Without this it says “Meeting” and when."
          checked={one.placeInCalendar}
        />
        {!young && (
          <Checkbox
            name="agreed"
            label={`${identity.knownAs} knows, and is fine with ${one.name} being reminded`}
            checked={one.reminders === true}
          />
        )}
      </Form>
    </RecordPage>
  )
}
