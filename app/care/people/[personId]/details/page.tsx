import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { Link } from '@/app/_ui/link'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { SummaryList } from '@/app/_ui/summary-list'
import { Verbatim } from '@/app/_ui/verbatim'
import { details } from '@/db/people/reads'
import { inWords } from '@/lib/day'
import { noNhsNumberReasons, safeContactNotAsked } from '@/lib/people/identity'
import { nhsNumberInWords } from '@/lib/people/nhs-number'
import { Addresses } from './addresses'
import { EqualityFacts } from './equality-facts'
import { PeopleWhoMatter } from './people-who-matter'
import { SharingEntries } from './sharing-entries'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

export const metadata = { title: 'Details' }

const said = (text: string, missing = 'Not recorded') =>
  text ? <Verbatim>{text}</Verbatim> : <span className="fp-quiet">{missing}</span>

export default async function Details({ params, searchParams }: Props) {
  const { personId } = await params
  const { saved } = await searchParams
  const base = `/care/people/${personId}/details`
  const { actor, identity, today, person, known, addresses, facts, sharing } = await load(
    details,
    { personId },
    base,
  )
  const { knownAs } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <Saved at={saved} />
      <div className="fp-block__head">
        <h1>{knownAs}’s details</h1>
        <ButtonLink href={`${base}/accounts`}>Own pages</ButtonLink>
        <ButtonLink tone="go" href={`${base}/change`}>
          Change details
        </ButtonLink>
      </div>
      <nav aria-label="On this page" className="fp-on-page">
        <ul>
          {[
            ['who', 'Who and how to reach them'],
            ['matter', 'People who matter'],
            ['addresses', 'Where they live'],
            ['sharing', 'Sharing'],
            ['equality', 'Equality and circumstances'],
          ].map(([id, label]) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="who">
        <h2 id="who">Who and how to reach them</h2>
        <SummaryList
          rows={[
            { label: 'First name', value: person.given },
            { label: 'Last name', value: person.family },
            { label: 'Known as', value: said(person.knownAs, 'The first name') },
            { label: 'Pronouns', value: said(person.pronouns) },
            { label: 'Date of birth', value: `${inWords(person.born)}, aged ${identity.age}` },
            {
              label: 'NHS number',
              value: person.nhsNumber ? (
                <span className="fp-nowrap fp-num">{nhsNumberInWords(person.nhsNumber)}</span>
              ) : (
                `None. ${person.nhsNumberAbsent ? noNhsNumberReasons[person.nhsNumberAbsent] : ''}`
              ),
            },
            { label: 'How to contact safely', value: said(person.safeContact, safeContactNotAsked) },
            { label: 'Phone', value: said(person.phone) },
            { label: 'E-mail', value: said(person.email) },
            { label: 'Communication needs', value: said(person.communicationNeeds) },
            { label: 'Language and interpreter', value: said(person.language) },
            { label: 'School, college or work', value: said(person.school) },
            {
              label: 'GP practice',
              value: (
                <>
                  {said(person.gpPractice)}
                  {person.gpOdsCode && ` (${person.gpOdsCode})`}
                </>
              ),
            },
          ]}
        />
      </section>
      <section className="fp-section" aria-labelledby="reminders">
        <h2 id="reminders">Reminders of meetings</h2>
        <p>By e-mail, to those who want them. They say that there is a meeting and when, and no more.</p>
        <Link href={`${base}/reminders`}>Who is reminded</Link>
      </section>
      <PeopleWhoMatter known={known} base={base} knownAs={knownAs} />
      <Addresses addresses={addresses} base={base} knownAs={knownAs} />
      <SharingEntries sharing={sharing} base={base} knownAs={knownAs} born={person.born} today={today} />
      <EqualityFacts facts={facts} base={base} />
      {identity.episode.status === 'open' && actor.teamIds.includes(identity.episode.teamId) && (
        <section className="fp-section" aria-labelledby="ending">
          <h2 id="ending">Ending</h2>
          <p>When their time with the team is over, or they moved away or died.</p>
          <Link href={`/care/people/${personId}/ending`}>End {knownAs}’s time here</Link>
        </section>
      )}
    </RecordPage>
  )
}
