import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { Table } from '@/app/_ui/table'
import { type TeamRow, teamList } from '@/db/organisations/reads'
import { inWords } from '@/lib/day'
import { organisationKinds } from '@/lib/organisations/organisation'
import { teamKinds } from '@/lib/organisations/team'

export const metadata: Metadata = { title: 'Teams' }

type Search = Record<string, string | string[] | undefined>

export default async function Teams({ searchParams }: { searchParams: Promise<Search> }) {
  const { saved } = await searchParams
  const { actor, organisations } = await load(teamList, undefined, '/admin/teams')
  return (
    <StaffPage actor={actor} current="/admin/teams">
      <PageHeading lede="The organisations of this partnership and their teams.">Teams</PageHeading>
      <Saved at={saved} />
      <div className="fp-actions">
        <ButtonLink href="/admin/teams/new" tone="go">
          Add a team
        </ButtonLink>
        <Link href="/admin/teams/new-organisation">Add an organisation</Link>
      </div>
      {organisations.length === 0 && <Empty>No organisations yet. Add one, then its teams.</Empty>}
      {organisations.map((organisation) => (
        <section className="fp-section" aria-labelledby={organisation.id} key={organisation.id}>
          <h2 className="fp-h2" id={organisation.id}>
            {organisation.name}
          </h2>
          <p className="fp-quiet">
            {organisationKinds[organisation.kind]}
            {organisation.odsCode && `, ODS code ${organisation.odsCode}`}
          </p>
          {organisation.teams.length > 0 ? (
            <Table
              caption={`Teams of ${organisation.name}`}
              captionHidden
              stack
              columns={[
                { header: 'Team' },
                { header: 'Kind' },
                { header: 'Duty worker' },
                { header: 'People' },
                { header: 'Status' },
              ]}
              rows={organisation.teams.map(rowOf)}
            />
          ) : (
            <p>No teams yet.</p>
          )}
        </section>
      ))}
    </StaffPage>
  )
}

const rowOf = (team: TeamRow) => ({
  key: team.id,
  cells: [
    <Link key="name" href={`/admin/teams/${team.id}`}>
      {team.name}
    </Link>,
    teamKinds[team.kind],
    team.duty ?? (team.closedOn ? 'None' : 'Not chosen yet'),
    team.people,
    team.closedOn ? `Closed on ${inWords(team.closedOn)}` : 'Open',
  ],
})
