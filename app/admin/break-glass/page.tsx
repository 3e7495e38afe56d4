import { load } from '@/app/_act/load'
import { Card } from '@/app/_ui/card'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Pagination } from '@/app/_ui/pagination'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { breakGlassReviews } from '@/db/access-in-need/reads'
import { dayOf, inWords } from '@/lib/day'
import { OpenedInNeedFacts } from './opened-in-need'

export const metadata = { title: 'Records opened in need' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function BreakGlassReviews({ searchParams }: Props) {
  const { saved, page: asked } = await searchParams
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(asked)) || 1))
  const { actor, entries, waiting, pages } = await load(breakGlassReviews, { page }, '/admin/break-glass')
  return (
    <StaffPage actor={actor} current="/admin/break-glass">
      <Saved at={saved} />
      <PageHeading
        lede={
          waiting === 0
            ? 'Nothing waits for you.'
            : `${waiting} ${waiting === 1 ? 'waits' : 'wait'} for somebody to look at, newest first.`
        }
      >
        Records opened in need
      </PageHeading>
      {entries.length === 0 ? (
        <Empty>
          None. When somebody opens a record out of their reach, it appears here at once with their reason.
        </Empty>
      ) : (
        <div className="fp-cards">
          {entries.map((entry) => (
            <Card
              key={entry.id}
              strong={!entry.review}
              id={`entry-${entry.id}`}
              title={`${entry.who}, ${inWords(dayOf(entry.from))}`}
            >
              <OpenedInNeedFacts entry={entry} />
              {!entry.review && (
                <p>
                  <Link href={`/admin/break-glass/${entry.id}`}>
                    Look at this
                    <span className="nhsuk-u-visually-hidden">
                      {' '}
                      opening by {entry.who} on {inWords(dayOf(entry.from))}
                    </span>
                  </Link>
                </p>
              )}
            </Card>
          ))}
        </div>
      )}
      <Pagination page={page} pages={pages} path="/admin/break-glass" />
    </StaffPage>
  )
}
