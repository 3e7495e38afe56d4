import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { teamList } from '@/db/organisations/reads'
import { newId } from '@/lib/id'
import { organisationKinds } from '@/lib/organisations/organisation'
import { addOrganisation } from '../actions'

export const metadata: Metadata = { title: 'Add an organisation' }

export default async function AddOrganisation() {
  const { actor } = await load(teamList, undefined, '/admin/teams/new-organisation')
  return (
    <StaffPage actor={actor} current="/admin/teams">
      <BackLink href="/admin/teams">Teams</BackLink>
      <Form
        action={addOrganisation}
        submit="Add organisation"
        idempotencyKey={newId()}
        className="fp-form-page"
      >
        <PageHeading lede="One that has agreed to work as one with the others of this partnership.">
          Add an organisation
        </PageHeading>
        <TextField name="name" label="Name of the organisation" />
        <RadioGroup
          name="kind"
          label="Kind of organisation"
          options={Object.entries(organisationKinds).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          name="odsCode"
          label="ODS code"
          hint="Its code in the NHS Organisation Data Service, such as K81003. Many charities have none."
          optional
          width={10}
          maxLength={20}
          spellCheck={false}
        />
      </Form>
    </StaffPage>
  )
}
