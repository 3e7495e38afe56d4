import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Pagination } from '@/app/_ui/pagination'
import { StaffPage } from '@/app/_ui/staff-page'
import { Table } from '@/app/_ui/table'
import { type StaffRow, staffList } from '@/db/organisations/reads'
import { roleNames } from '@/lib/access/roles'
import { standings } from '@/lib/organisations/staff'

export const metadata: Metadata = { title: 'People and access' }

type Search = Record<string, string | string[] | undefined>

export default async function People({ searchParams }: { searchParams: Promise<Search> }) {
  const asked = await searchParams
  const number = Number(asked.page)
  const page = Number.isInteger(number) && number > 0 && number < 10_000 ? number : 1
  const wanted = typeof asked.name === 'string' ? asked.name : ''
  const path = wanted ? `/admin/people?name=${encodeURIComponent(wanted)}` : '/admin/people'
  const { actor, rows, total, pages, name } = await load(staffList, { name: wanted, page }, path)
  return (
    <StaffPage actor={actor} current="/admin/people">
      <PageHeading lede="Everyone who works here, with what each role opens.">People and access</PageHeading>
      <p>
        <ButtonLink href="/admin/people/new" tone="go">
          Add someone
        </ButtonLink>
      </p>
      <form className="fp-filters" method="get" action="/admin/people" aria-label="Find someone by name">
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor="name">
            Name, or part of it
          </label>
          <input
            className="nhsuk-input"
            id="name"
            name="name"
            type="text"
            defaultValue={name}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <button className="fp-button-quiet" type="submit">
          Find
        </button>
      </form>
      {rows.length > 0 ? (
        <Table
          caption={`${total} ${total === 1 ? 'person' : 'people'}${name ? ` with “${name}” in the name` : ''}`}
          stack
          columns={[
            { header: 'Name' },
            { header: 'Roles and teams' },
            { header: 'Organisation' },
            { header: 'Status' },
          ]}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <Link key="name" href={`/admin/people/${row.id}`}>
                {row.name}
              </Link>,
              rolesInWords(row.roles),
              row.organisation || 'None',
              standings[row.status],
            ],
          }))}
        />
      ) : (
        <Empty action={<Link href="/admin/people">Show everyone</Link>}>
          {name ? `Nobody has “${name}” in their name. Check the spelling.` : 'Nobody on this page.'}
        </Empty>
      )}
      <Pagination page={page} pages={pages} path={path} />
    </StaffPage>
  )
}

const rolesInWords = (roles: StaffRow['roles']) =>
  roles.length > 0
    ? roles.map(({ role, team }) => (team ? `${roleNames[role]}, ${team}` : roleNames[role])).join('; ')
    : 'None'
