import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { DateField } from '@/app/_ui/fields/date-field'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { newReferral } from '@/db/referrals/reads'
import { newId } from '@/lib/id'
import { lookUpPerson } from './actions'

export const metadata: Metadata = { title: 'New referral' }

export default async function Page() {
  const { actor } = await load(newReferral, {}, '/care/referrals/new')
  return (
    <StaffPage actor={actor} current="/care/referrals">
      <BackLink href="/care/referrals">Referrals</BackLink>
      <PageHeading lede="First we look whether they are already known here, so that nobody is written down twice.">
        New referral
      </PageHeading>
      <Form
        action={lookUpPerson}
        submit="Look for them"
        pendingText="Looking, please wait"
        className="fp-form-page"
        idempotencyKey={newId()}
      >
        <TextField name="givenName" label="First name" width={20} spellCheck={false} />
        <TextField name="familyName" label="Last name" width={20} spellCheck={false} />
        <DateField name="born" label="Date of birth" hint="For example, 14 5 2010" />
        <TextField
          name="nhsNumber"
          label="NHS number"
          hint="10 digits, such as 943 476 5919"
          optional
          width={20}
          inputMode="numeric"
        />
      </Form>
    </StaffPage>
  )
}
