import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { Empty } from '@/app/_ui/empty'
import { FilterSelect } from '@/app/_ui/filter-select'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Pagination } from '@/app/_ui/pagination'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { Table } from '@/app/_ui/table'
import { referrals } from '@/db/referrals/reads'
import { inWords } from '@/lib/day'

export const metadata: Metadata = { title: 'Referrals' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const { saved, team, page } = await searchParams
  const asked = { team: typeof team === 'string' ? team : undefined, page: Number(page) || 1 }
  const inbox = await load(referrals, asked, '/care/referrals')
  return (
    <StaffPage actor={inbox.actor} current="/care/referrals">
      <Saved at={saved} />
      <PageHeading lede="Waiting for a decision. The longest wait comes first.">Referrals</PageHeading>
      <div className="fp-actions fp-after">
        <ButtonLink href="/care/referrals/new" tone="go">
          New referral
        </ButtonLink>
        {inbox.actor.referralsDesk && <Link href="/care/imports">Import referrals from a file</Link>}
      </div>
      {inbox.teams.length > 1 && <TeamFilter teams={inbox.teams} team={inbox.team} />}
      {inbox.waiting.length > 0 ? (
        <Table
          stack
          caption={inbox.total === 1 ? '1 young person waits' : `${inbox.total} young people wait`}
          columns={[
            { header: 'Name' },
            { header: 'Waiting', number: true },
            { header: 'Referred' },
            { header: 'By' },
            { header: 'Team' },
          ]}
          rows={inbox.waiting.map((one) => ({
            key: one.episodeId,
            cells: [
              <Link key="name" href={`/care/referrals/${one.episodeId}`}>
                {one.name}
              </Link>,
              one.days === 1 ? '1 day' : `${one.days} days`,
              inWords(one.referredOn),
              one.source,
              one.team,
            ],
          }))}
        />
      ) : (
        <Empty>Nobody is waiting for a decision.</Empty>
      )}
      <Pagination
        page={inbox.page}
        pages={inbox.pages}
        path={inbox.team ? `/care/referrals?team=${inbox.team}` : '/care/referrals'}
      />
    </StaffPage>
  )
}

function TeamFilter({
  teams,
  team,
}: {
  teams: readonly { id: string; name: string }[]
  team: string | null
}) {
  return (
    <form className="fp-filters" method="get" action="/care/referrals" aria-label="Choose a team">
      <FilterSelect
        name="team"
        label="Team"
        value={team ?? ''}
        options={[['', 'All my teams'], ...teams.map(({ id, name }) => [id, name] as const)]}
      />
      <button className="fp-button-quiet" type="submit">
        Show
      </button>
    </form>
  )
}
