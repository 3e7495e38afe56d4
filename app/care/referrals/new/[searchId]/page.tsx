import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { ButtonLink } from '@/app/_ui/button-link'
import { Icon } from '@/app/_ui/icon'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { foundInWords } from '@/app/care/search/[searchId]/found-in-words'
import { newReferral } from '@/db/referrals/reads'
import { inWords } from '@/lib/day'

export const metadata: Metadata = { title: 'Is it someone we know? New referral' }

type Props = { params: Promise<{ searchId: string }> }

export default async function Page({ params }: Props) {
  const { searchId } = await params
  const { actor, search } = await load(newReferral, { searchId }, '/care/referrals/new')
  if (!search) return notFound()
  const here = `/care/referrals/new/${searchId}`
  return (
    <StaffPage actor={actor} current="/care/referrals">
      <BackLink href="/care/referrals/new">Look again</BackLink>
      <PageHeading lede={`${search.givenName} ${search.familyName}, born ${inWords(search.born)}`}>
        Is it someone we know?
      </PageHeading>
      <div className="fp-stack fp-form-page">
        {search.knownHere && (
          <Notice
            kind="warning"
            action={
              <Link href={`${here}/known-here`}>Write the referral for the person already known here</Link>
            }
          >
            <p>
              <b>Already known here.</b> Someone with this NHS number, or this name and date of birth, is
              known to the partnership, outside what you can see. Ask for access if you need their record.
            </p>
          </Notice>
        )}
        {search.candidates.length > 0 ? (
          <section aria-labelledby="candidates">
            <h2 className="fp-h2" id="candidates">
              Choose them if they are here
            </h2>
            <p>
              Twins and people of the same name are different people. Check the date of birth and NHS number.
            </p>
            <ul className="fp-rows">
              {search.candidates.map((person) => (
                <li key={person.personId}>
                  <Link className="fp-row" href={`${here}/${person.personId}`}>
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
        ) : (
          !search.knownHere && (
            <p>Nobody like this is with your teams, or known elsewhere in the partnership.</p>
          )
        )}
        <p>
          <ButtonLink href={`${here}/new`} tone="go">
            {search.candidates.length > 0 || search.knownHere ? 'None of these: someone new' : 'Continue'}
          </ButtonLink>
        </p>
      </div>
    </StaffPage>
  )
}
