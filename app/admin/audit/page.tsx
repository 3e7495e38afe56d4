import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { Table } from '@/app/_ui/table'
import { type AuditRow, auditTrail, readAuditFilter } from '@/db/audit/reads'
import { instantInWords } from '@/lib/day'
import { addressOf } from './address'
import { AuditFilters } from './filters'

export const metadata: Metadata = { title: 'Audit log' }

type Search = Record<string, string | string[] | undefined>

export default async function AuditLog({ searchParams }: { searchParams: Promise<Search> }) {
  const filter = readAuditFilter(await searchParams)
  const { actor, rows, older, staff, sealedAt, waiting } = await load(auditTrail, filter, addressOf(filter))
  return (
    <StaffPage actor={actor} current="/admin/audit">
      <PageHeading lede="Who did or opened what, and when. Records are shown by a reference only.">
        Audit log
      </PageHeading>
      <p>
        {sealedAt ? `Sealed up to ${instantInWords(sealedAt)}.` : 'Not sealed yet.'} {waitingInWords(waiting)}
      </p>
      <AuditFilters filter={filter} staff={staff} />
      {filter.record && (
        <p>
          Only rows about one record.{' '}
          <Link href={addressOf({ ...filter, record: '', before: '' })}>Show all</Link>
        </p>
      )}
      {rows.length > 0 ? (
        <Table
          caption={filter.before ? 'Older entries' : 'Newest first'}
          stack
          columns={[
            { header: 'When' },
            { header: 'Who' },
            { header: 'What' },
            { header: 'Whose record' },
            { header: 'Outcome' },
          ]}
          rows={rows.map((row) => ({
            key: String(row.id),
            cells: [
              <span className="fp-num" key="at">
                {instantInWords(row.at)}
              </span>,
              row.role ? `${row.who}, ${row.role.toLowerCase()}` : row.who,
              row.what,
              whose(row, addressOf({ ...filter, record: row.record?.key ?? '', before: '' })),
              row.outcome,
            ],
          }))}
        />
      ) : (
        <Empty action={<Link href="/admin/audit">Show everything</Link>}>Nothing fits these choices.</Empty>
      )}
      {(filter.before || older) && (
        <nav className="fp-pages" aria-label="Pages">
          {filter.before && (
            <Link href={addressOf({ ...filter, before: '' })} rel="prev">
              Newest entries
            </Link>
          )}
          {older && (
            <Link href={addressOf({ ...filter, before: older })} rel="next">
              Older entries
            </Link>
          )}
        </nav>
      )}
    </StaffPage>
  )
}

const waitingInWords = (waiting: number) =>
  waiting === 0
    ? 'No rows wait for the next seal.'
    : `${waiting.toLocaleString('en-GB')} ${waiting === 1 ? 'row waits' : 'rows wait'} for the next seal.`

const whose = ({ record, records }: AuditRow, href: string) => {
  if (record)
    return (
      <Link href={href}>
        <code>{record.reference}</code>
      </Link>
    )
  return records === null ? 'None' : `A list of ${records}`
}
