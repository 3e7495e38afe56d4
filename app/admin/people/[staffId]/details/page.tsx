import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { staffMember } from '@/db/organisations/reads'
import { newId } from '@/lib/id'
import { AboutFields } from '../../about-fields'
import { changeStaff } from '../../actions'

export const metadata: Metadata = { title: 'Change details' }

export default async function ChangeDetails({ params }: { params: Promise<{ staffId: string }> }) {
  const { staffId } = await params
  const page = `/admin/people/${staffId}`
  const { actor, staff, organisations } = await load(staffMember, { staffId }, `${page}/details`)
  return (
    <StaffPage actor={actor} current="/admin/people">
      <BackLink href={page}>{staff.name}</BackLink>
      <Form
        action={changeStaff}
        submit="Save changes"
        idempotencyKey={newId()}
        version={staff.version}
        hidden={{ staffId }}
        values={{
          name: staff.name,
          email: staff.email ?? '',
          jobTitle: staff.jobTitle,
          organisationId: staff.organisationId ?? '',
        }}
        className="fp-form-page"
      >
        <PageHeading>Change details</PageHeading>
        <AboutFields organisations={organisations} />
      </Form>
    </StaffPage>
  )
}
