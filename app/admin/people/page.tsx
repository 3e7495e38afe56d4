import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Pagination } from '@/app/_ui/pagination'
import { StaffPage } from '@/app/_ui/staff-page'
import { Table } from '@/app/_ui/table'
import { type StaffFilter, type StaffRow, staffList } from '@/db/organisations/reads'
import { roleNames, staffRoles } from '@/lib/access/roles'
import { standings } from '@/lib/organisations/staff'
import { Filters } from './filters'

export const metadata: Metadata = { title: 'People and access' }

type Search = Record<string, string | string[] | undefined>

export default async function People({ searchParams }: { searchParams: Promise<Search> }) {
  const asked = readFilter(await searchParams)
  const { actor, rows, total, pages, filter } = await load(staffList, asked, addressOf(asked))
  return (
    <StaffPage actor={actor} current="/admin/people">
      <PageHeading lede="Everyone who works here, with what each role opens.">People and access</PageHeading>
      <p>
        <ButtonLink href="/admin/people/new" tone="go">
          Add someone
        </ButtonLink>
      </p>
      <Filters filter={filter} />
      {rows.length > 0 ? (
        <Table
          caption={`${total} ${total === 1 ? 'person' : 'people'}`}
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
          Nobody fits these choices. Check the spelling of the name.
        </Empty>
      )}
      <Pagination page={filter.page} pages={pages} path={addressOf(filter)} />
    </StaffPage>
  )
}

/** What the address asks for; what it does not know it ignores. */
const readFilter = (asked: Search): StaffFilter => {
  const text = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '')
  const page = Number(text('page'))
  return {
    name: text('name'),
    role: staffRoles.find((role) => role === text('role')) ?? '',
    status: (['active', 'suspended', 'left'] as const).find((status) => status === text('status')) ?? '',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

const addressOf = ({ name, role, status }: StaffFilter): string => {
  const query = new URLSearchParams()
  if (name) query.set('name', name)
  if (role) query.set('role', role)
  if (status) query.set('status', status)
  return query.size > 0 ? `/admin/people?${query}` : '/admin/people'
}

const rolesInWords = (roles: StaffRow['roles']) =>
  roles.length > 0
    ? roles.map(({ role, team }) => (team ? `${roleNames[role]}, ${team}` : roleNames[role])).join('; ')
    : 'None'
