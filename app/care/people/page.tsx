import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Pagination } from '@/app/_ui/pagination'
import { StaffPage } from '@/app/_ui/staff-page'
import { caseload, readFilter } from '@/db/caseload/caseload'
import { addressOf } from './address'
import { CaseloadFilters } from './caseload-filters'
import { CaseloadTable } from './caseload-table'

export const metadata: Metadata = { title: 'My young people' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const filter = readFilter(await searchParams)
  const { actor, total, pages, rows } = await load(caseload, filter, addressOf(filter, filter.page))
  const filtered = filter.grouping !== '' || filter.step !== '' || filter.goals !== ''
  return (
    <StaffPage actor={actor} current="/care/people">
      <PageHeading lede={total > 0 ? `${total} young ${total === 1 ? 'person' : 'people'}` : undefined}>
        My young people
      </PageHeading>
      <CaseloadFilters filter={filter} />
      {rows.length > 0 ? (
        <CaseloadTable rows={rows} filter={filter} />
      ) : filtered || filter.page > 1 ? (
        <Empty action={<Link href="/care/people">Show everyone with me</Link>}>
          Nobody fits these choices.
        </Empty>
      ) : filter.whose === 'mine' ? (
        <Empty action={<Link href="/care/people?whose=team">See everyone with my team</Link>}>
          No one is with you yet. People come to you when a referral is accepted.
        </Empty>
      ) : (
        <Empty action={<Link href="/care/referrals">See who is waiting</Link>}>
          No one is with your team yet.
        </Empty>
      )}
      <Pagination page={filter.page} pages={pages} path={addressOf(filter)} />
    </StaffPage>
  )
}
