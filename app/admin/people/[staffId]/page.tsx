import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { SummaryList } from '@/app/_ui/summary-list'
import { staffMember } from '@/db/organisations/reads'
import { standings } from '@/lib/organisations/staff'
import { people } from '@/lib/organisations/team'
import { Leaving } from './leaving'
import { Roles } from './roles'
import { SignIn } from './sign-in'

export const metadata: Metadata = { title: 'Someone who works here' }

type Props = {
  params: Promise<{ staffId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Someone({ params, searchParams }: Props) {
  const { staffId } = await params
  const { saved } = await searchParams
  const found = await load(staffMember, { staffId }, `/admin/people/${staffId}`)
  const { actor, staff, oneself, dutyTeams, youngPeople } = found
  const left = staff.status === 'left'
  const page = `/admin/people/${staffId}`
  const change = left ? undefined : { href: `${page}/details` }
  return (
    <StaffPage actor={actor} current="/admin/people">
      <div className="fp-form-page">
        <BackLink href="/admin/people">People and access</BackLink>
        <PageHeading lede={staff.jobTitle || undefined}>{staff.name}</PageHeading>
        <Saved at={saved} />
        {staff.status === 'suspended' && (youngPeople > 0 || dutyTeams.length > 0) && (
          <Notice kind="warning">
            {staff.name} cannot sign in
            {youngPeople > 0 && `, and is still beside ${people(youngPeople)}`}
            {dutyTeams.length > 0 &&
              `. Still the duty worker of ${dutyTeams.map((t) => t.name).join(' and ')}`}
            .
          </Notice>
        )}
        <SummaryList
          rows={[
            { label: 'Name', value: staff.name, change },
            { label: 'E-mail address', value: staff.email ?? 'None: they have left', change },
            { label: 'Organisation', value: staff.organisation ?? 'None', change },
            { label: 'Status', value: standings[staff.status] },
            { label: 'Beside them', value: youngPeople > 0 ? people(youngPeople) : 'Nobody' },
            ...(dutyTeams.length > 0
              ? [
                  {
                    label: 'Duty worker of',
                    value: dutyTeams.map((team, index) => (
                      <span key={team.id}>
                        {index > 0 && ', '}
                        <Link href={`/admin/teams/${team.id}`}>{team.name}</Link>
                      </span>
                    )),
                  },
                ]
              : []),
            {
              label: 'What they did',
              value: <Link href={`/admin/audit?staff=${staffId}`}>Audit log of {staff.name}</Link>,
            },
          ]}
        />
        <Roles found={found} />
        {left ? (
          <p>{staff.name} has left. If they come back, add them anew.</p>
        ) : oneself ? (
          <p>This is you. Another administrator can suspend this account or make a new temporary password.</p>
        ) : (
          <>
            <SignIn staff={staff} />
            <Leaving staff={staff} youngPeople={youngPeople} dutyTeams={dutyTeams} />
          </>
        )}
      </div>
    </StaffPage>
  )
}
