import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { Empty } from '@/app/_ui/empty'
import { Icon } from '@/app/_ui/icon'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { searchResults } from '@/db/people/search'
import { SearchForm } from '../search-form'
import { foundInWords } from './found-in-words'

export const metadata: Metadata = { title: 'Search' }

type Props = { params: Promise<{ searchId: string }> }

export default async function Page({ params }: Props) {
  const { actor, typed, problem, results } = await load(
    searchResults,
    (await params).searchId,
    '/care/search',
  )
  return (
    <StaffPage actor={actor}>
      <PageHeading>Find a young person</PageHeading>
      <div className="fp-stack">
        <SearchForm typed={typed} />
        {problem && <Notice kind="warning">{problem}</Notice>}
        {results.length === 0 ? (
          <Empty action={<Link href="/care/referrals/new">Write a new referral</Link>}>
            No match for ‘{typed}’. Check the spelling, or try the date of birth. You only find people your
            team is with.
          </Empty>
        ) : (
          <section aria-labelledby="found">
            <h2 className="fp-h2" id="found">
              {results.length === 25 ? 'The nearest 25' : `${results.length} found`}
            </h2>
            <ul className="fp-rows">
              {results.map((person) => (
                <li key={person.personId}>
                  <Link className="fp-row" href={`/care/people/${person.personId}`}>
                    <span>
                      {foundInWords(person).name}
                      <small>{foundInWords(person).facts}</small>
                      <small>Why: {person.why}.</small>
                    </span>
                    <Icon name="forward" />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="fp-small">
          Someone needs help now, and their record is not within your reach?{' '}
          <Link href="/care/break-glass">Open a record in need</Link>
        </p>
      </div>
    </StaffPage>
  )
}
