import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { Pagination } from '@/app/_ui/pagination'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { importReview } from '@/db/imports/reads'
import { newId } from '@/lib/id'
import { type RowKind, rowKindKeys, rowKinds } from '@/lib/referrals/review'
import { discardImport, importReferrals } from '../actions'
import { becameInWords } from '../words'
import { ReviewTable } from './review-table'

export const metadata: Metadata = { title: 'Review referrals file' }

type Props = {
  params: Promise<{ importId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const number = (n: number) => n.toLocaleString('en-GB')
const lines = (n: number) => (n === 1 ? '1 line' : `${number(n)} lines`)

export default async function Page({ params, searchParams }: Props) {
  const { importId } = await params
  const { kind: asked, page: at, saved } = await searchParams
  const path = `/care/imports/${importId}`
  const kind = rowKindKeys.find((one) => one === asked)
  const review = await load(importReview, { importId, kind, page: Number(at) || 1 }, path)
  const { held, actor, team, rows, page, pages } = review
  const wanted = held.counts.new + held.counts.changed
  return (
    <StaffPage actor={actor} current="/care/referrals" wide>
      <BackLink href="/care/imports">Import referrals</BackLink>
      {held.state === 'imported' && <Saved at={saved} />}
      <PageHeading lede={`${held.fileName}, for ${team}`}>
        {held.state === 'checked' ? 'Review this file' : becameInWords(held)}
      </PageHeading>
      {held.state === 'imported' && (
        <p>
          {number(wanted)} {wanted === 1 ? 'referral was' : 'referrals were'} imported
          {held.counts.problem > 0 ? `, ${lines(held.counts.problem)} could not be.` : '.'}{' '}
          <Link href="/care/referrals">See who is waiting</Link>
        </p>
      )}
      {held.state === 'discarded' && <p>What was read of this file is gone. It can be checked again.</p>}
      {held.state === 'checked' && (
        <>
          <Counts path={path} counts={held.counts} shown={review.kind} />
          {held.counts.problem > 0 && (
            <Notice kind="warning">
              {lines(held.counts.problem)} cannot be imported. You can import the others now and send these
              back: <a href={`${path}/rejected`}>get them as a file</a>.
            </Notice>
          )}
        </>
      )}
      {held.state === 'imported' && rows.length > 0 && (
        <p>
          <a href={`${path}/rejected`}>Get the rejected lines as a file</a>
        </p>
      )}
      {rows.length > 0 && <ReviewTable kind={review.kind} rows={rows} count={held.counts[review.kind]} />}
      <Pagination page={page} pages={pages} path={`${path}?kind=${review.kind}`} />
      {held.state === 'checked' && wanted > 0 && (
        <Form
          action={importReferrals}
          submit={`Import ${number(wanted)} ${wanted === 1 ? 'referral' : 'referrals'}`}
          pendingText="Importing, please wait"
          hidden={{ importId }}
          idempotencyKey={newId()}
        />
      )}
      {(held.state === 'checked' || (held.state === 'imported' && rows.length > 0)) && (
        <Form
          id="discard"
          action={discardImport}
          submit={held.state === 'checked' ? 'Discard this file' : 'Delete the rejected lines'}
          pendingText="One moment, please"
          tone="quiet"
          hidden={{ importId }}
          idempotencyKey={newId()}
        />
      )}
    </StaffPage>
  )
}

function Counts({ path, counts, shown }: { path: string; counts: Record<RowKind, number>; shown: RowKind }) {
  return (
    <nav aria-label="Kinds of line">
      <ul className="nhsuk-list">
        {rowKindKeys.map((kind) => (
          <li key={kind}>
            {counts[kind] > 0 ? (
              <Link href={`${path}?kind=${kind}`} aria-current={kind === shown ? 'true' : undefined}>
                {rowKinds[kind]}
              </Link>
            ) : (
              rowKinds[kind]
            )}
            : <span className="fp-num">{lines(counts[kind])}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
