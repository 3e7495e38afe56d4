import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Select } from '@/app/_ui/fields/select'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { teamList } from '@/db/organisations/reads'
import { newId } from '@/lib/id'
import { addTeam } from '../actions'
import { TeamFields } from '../team-fields'

export const metadata: Metadata = { title: 'Add a team' }

export default async function AddTeam() {
  const { actor, organisations } = await load(teamList, undefined, '/admin/teams/new')
  return (
    <StaffPage actor={actor} current="/admin/teams">
      <BackLink href="/admin/teams">Teams</BackLink>
      <Form action={addTeam} submit="Add team" idempotencyKey={newId()} className="fp-form-page">
        <PageHeading lede="Give people roles in it next, then choose its duty worker.">
          Add a team
        </PageHeading>
        <Select
          name="organisationId"
          label="Organisation"
          empty="Choose an organisation"
          options={organisations.map((one) => ({ value: one.id, label: one.name }))}
        />
        <TeamFields />
      </Form>
    </StaffPage>
  )
}
