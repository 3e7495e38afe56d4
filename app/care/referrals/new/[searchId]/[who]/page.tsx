import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { newReferral } from '@/db/referrals/reads'
import { inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { nhsNumberInWords } from '@/lib/people/nhs-number'
import { registerReferral } from '../../actions'
import { PersonFields } from './person-fields'
import { ReferralFields } from './referral-fields'

export const metadata: Metadata = { title: 'New referral' }

type Props = { params: Promise<{ searchId: string; who: string }> }

export default async function Page({ params }: Props) {
  const { searchId, who } = await params
  const personId = who === 'new' || who === 'known-here' ? undefined : who
  const { actor, teams, today, search } = await load(
    newReferral,
    { searchId, personId },
    '/care/referrals/new',
  )
  if (!search || (who === 'known-here' && !search.knownHere)) return notFound()
  const { person } = search
  const hidden: Record<string, string> = personId
    ? { searchId, who: 'within-reach', personId }
    : { searchId, who }
  return (
    <StaffPage actor={actor} current="/care/referrals">
      <BackLink href={`/care/referrals/new/${searchId}`}>Is it someone we know?</BackLink>
      <PageHeading lede={person ? knownInWords(person) : undefined}>
        {person
          ? `New referral for ${person.name}`
          : `New referral for ${search.givenName} ${search.familyName}`}
      </PageHeading>
      <Form
        action={registerReferral}
        submit="Save referral"
        className="fp-form-page"
        idempotencyKey={newId()}
        hidden={hidden}
        values={{
          givenName: search.givenName,
          familyName: search.familyName,
          born: search.born,
          nhsNumber: search.nhsNumber ? nhsNumberInWords(search.nhsNumber) : '',
          postcode: person?.postcode ?? '',
          referredOn: today,
          teamId: teams.length === 1 ? teams[0]!.id : '',
        }}
      >
        {who === 'new' && <PersonFields />}
        <ReferralFields teams={teams} />
      </Form>
    </StaffPage>
  )
}

const knownInWords = (person: { born: string; nhsNumber: string | null }) =>
  `Born ${inWords(person.born)}. ${person.nhsNumber ? `NHS number ${nhsNumberInWords(person.nhsNumber)}.` : 'No NHS number recorded.'} Their details are kept as they are.`
