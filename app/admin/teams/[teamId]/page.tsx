import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Select } from '@/app/_ui/fields/select'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { SummaryList } from '@/app/_ui/summary-list'
import { Table } from '@/app/_ui/table'
import { team as readTeam } from '@/db/organisations/reads'
import { roleNames } from '@/lib/access/roles'
import { inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { standings } from '@/lib/organisations/staff'
import { people } from '@/lib/organisations/team'
import { changeTeam } from '../actions'
import { TeamFields } from '../team-fields'

export const metadata: Metadata = { title: 'Team' }

type Props = {
  params: Promise<{ teamId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Team({ params, searchParams }: Props) {
  const { teamId } = await params
  const { saved } = await searchParams
  const found = await load(readTeam, { teamId }, `/admin/teams/${teamId}`)
  const { actor, team, held } = found
  // A duty worker who was suspended, or whose role here ended, cannot be kept: somebody else has to be chosen.
  const onDuty = found.duty.some((one) => one.id === team.dutyStaffId)
  return (
    <StaffPage actor={actor} current="/admin/teams">
      <BackLink href="/admin/teams">Teams</BackLink>
      <PageHeading lede={team.organisation}>{team.name}</PageHeading>
      <Saved at={saved} />
      {team.duty && !onDuty && (
        <Notice kind="warning">
          {team.duty} is the duty worker and cannot work here now. Choose somebody else below.
        </Notice>
      )}
      <div className="fp-form-page">
        <SummaryList
          rows={[
            { label: 'With this team', value: held.open > 0 ? people(held.open) : 'Nobody' },
            { label: 'Waiting', value: held.waiting > 0 ? people(held.waiting) : 'Nobody' },
            { label: 'Hand-overs under way', value: held.handovers > 0 ? held.handovers : 'None' },
            { label: 'Status', value: team.closedOn ? `Closed on ${inWords(team.closedOn)}` : 'Open' },
          ]}
        />
      </div>
      <People people={found.people} />
      <section className="fp-section" aria-labelledby="change">
        <h2 className="fp-h2" id="change">
          Change this team
        </h2>
        <Form
          action={changeTeam}
          submit="Save changes"
          idempotencyKey={newId()}
          version={team.version}
          hidden={{ teamId }}
          values={{
            name: team.name,
            kind: team.kind,
            dutyStaffId: onDuty && team.dutyStaffId ? team.dutyStaffId : '',
            standing: team.closedOn ? 'closed' : 'open',
          }}
          className="fp-form-page"
        >
          <TeamFields />
          <Select
            name="dutyStaffId"
            label="Duty worker"
            hint="Holds a young person from the moment they are accepted until somebody else is named."
            empty={found.duty.length > 0 ? 'Nobody' : 'Nobody works here yet'}
            options={found.duty.map((one) => ({ value: one.id, label: one.name }))}
          />
          <RadioGroup
            name="standing"
            label="Open or closed"
            hint="A closed team gets no new referrals and no new roles. Roles held in it stay until they are ended."
            inline
            options={[
              { value: 'open', label: 'Open' },
              { value: 'closed', label: 'Closed' },
            ]}
          />
        </Form>
      </section>
    </StaffPage>
  )
}

type Found = Extract<Awaited<ReturnType<typeof readTeam>>, { ok: true }>['value']

function People({ people }: Pick<Found, 'people'>) {
  return (
    <section className="fp-section" aria-labelledby="people">
      <h2 className="fp-h2" id="people">
        People
      </h2>
      {people.length > 0 ? (
        <Table
          caption="People of this team"
          captionHidden
          stack
          columns={[
            { header: 'Name' },
            { header: 'Role' },
            { header: 'Referrals desk' },
            { header: 'Status' },
          ]}
          rows={people.map((one) => ({
            key: `${one.id} ${one.role}`,
            cells: [
              <Link key="name" href={`/admin/people/${one.id}`}>
                {one.name}
              </Link>,
              roleNames[one.role],
              one.referralsDesk ? 'Yes' : 'No',
              standings[one.status],
            ],
          }))}
        />
      ) : (
        <p>
          Nobody works here yet. Give someone a role in this team from{' '}
          <Link href="/admin/people">People and access</Link>.
        </p>
      )}
    </section>
  )
}
