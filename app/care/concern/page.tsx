import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { SearchForm } from '@/app/care/search/search-form'
import { concernStart } from '@/db/concerns/reads'
import { fullName } from '@/lib/people/names'

export const metadata: Metadata = { title: 'Concern about safety' }

export default async function ConcernStart() {
  const { actor, people } = await load(concernStart, undefined, '/care/concern')
  return (
    <StaffPage actor={actor}>
      <PageHeading lede="If somebody is in danger now, call 999 first. Write it down after.">
        Who is the concern about?
      </PageHeading>
      {people.length > 0 && (
        <section className="fp-section" aria-labelledby="mine">
          <h2 id="mine">Young people you are named worker for</h2>
          <ul className="fp-todo fp-form-page">
            {people.map((one) => (
              <li key={one.id}>
                <Link href={`/care/people/${one.id}/concern`}>{fullName(one)}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="fp-section" aria-labelledby="else">
        <h2 id="else">Somebody else</h2>
        <p>Find them, open their record, then choose “Concern about safety” at the top.</p>
        <SearchForm />
      </section>
    </StaffPage>
  )
}
