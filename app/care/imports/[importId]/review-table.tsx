import { Table } from '@/app/_ui/table'
import type { ReviewRow } from '@/db/imports/reads'
import { type RowKind, rowKinds } from '@/lib/referrals/review'

type Props = { kind: RowKind; rows: readonly ReviewRow[]; count: number }

const said: Record<RowKind, string | undefined> = {
  new: undefined,
  changed: 'What differs',
  same: undefined,
  problem: 'What is wrong',
}

/** Lines of the file as they came, with their number. */
export function ReviewTable({ kind, rows, count }: Props) {
  const why = said[kind]
  return (
    <Table
      stack
      caption={`${rowKinds[kind]}: ${count === 1 ? '1 line' : `${count.toLocaleString('en-GB')} lines`}`}
      columns={[
        { header: 'Line', number: true },
        ...(why ? [{ header: why }] : []),
        { header: 'Referral' },
        { header: 'Young person' },
        { header: 'Date of birth' },
        { header: 'Referred' },
        { header: 'Accepted' },
      ]}
      rows={rows.map(({ line, fields, problems }) => ({
        key: String(line),
        cells: [
          line.toLocaleString('en-GB'),
          ...(why ? [problems.join(kind === 'problem' ? ' ' : ', ')] : []),
          fields.referral_id ?? '',
          [fields.given_name, fields.family_name].filter(Boolean).join(' ') || (fields.person_id ?? ''),
          fields.date_of_birth ?? '',
          fields.referral_date ?? '',
          fields.accepted ?? '',
        ],
      }))}
    />
  )
}
