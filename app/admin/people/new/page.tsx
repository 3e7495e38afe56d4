import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { staffForm } from '@/db/organisations/reads'
import { newId } from '@/lib/id'
import { AboutFields } from '../about-fields'
import { addStaff } from '../actions'
import { RoleFields } from '../role-fields'

export const metadata: Metadata = { title: 'Add someone' }

export default async function AddSomeone() {
  const { actor, organisations, teams } = await load(staffForm, undefined, '/admin/people/new')
  return (
    <StaffPage actor={actor} current="/admin/people">
      <BackLink href="/admin/people">People and access</BackLink>
      <Form action={addStaff} submit="Add them" idempotencyKey={newId()} className="fp-form-page">
        <PageHeading lede="They get a temporary password, shown here once, for you to hand over in person.">
          Add someone
        </PageHeading>
        <AboutFields organisations={organisations} />
        <RoleFields teams={teams} />
      </Form>
    </StaffPage>
  )
}
