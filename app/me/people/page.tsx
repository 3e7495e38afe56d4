import { load } from '@/app/_act/load'
import { Link } from '@/app/_ui/link'
import { OwnPage } from '@/app/_ui/own-page'
import { PeopleList } from '@/app/_ui/people-list'
import { myPeople } from '@/db/me/people'
import { relationForThem } from '@/lib/own-pages/relations'
import { MyPeople } from '../people-beside'

export const metadata = { title: 'My people' }

export default async function People() {
  const { actor, people, matter } = await load(myPeople, undefined, '/me/people')
  return (
    <OwnPage actor={actor} current="/me/people">
      <h1>My people</h1>
      <section aria-labelledby="workers">
        <h2 className="fp-h2" id="workers">
          People who help you
        </h2>
        <MyPeople people={people} />
        <p className="fp-after">
          They are not there all the time. If you need somebody now,{' '}
          <Link href="/get-help-now">get help now</Link>.
        </p>
      </section>
      <section className="fp-section" aria-labelledby="matter">
        <h2 className="fp-h2" id="matter">
          People who matter to you
        </h2>
        {matter.length === 0 ? (
          <p>Nobody is written down yet. You can tell your worker who matters to you.</p>
        ) : (
          <PeopleList
            people={matter.map((one) => ({
              key: one.id,
              name: one.name,
              lines: [
                relationForThem[one.relation],
                ...(one.hasPages ? ['They have pages of their own here. You choose what they see.'] : []),
              ],
            }))}
          />
        )}
        <p className="fp-after">Is somebody missing, or is something wrong? Tell your worker.</p>
      </section>
      <p className="fp-section">
        <Link href="/me/who-can-see">Who can see this</Link>
      </p>
    </OwnPage>
  )
}
