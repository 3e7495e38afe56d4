import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { ButtonLink } from '@/app/_ui/button-link'
import { Link } from '@/app/_ui/link'
import { OwnWords } from '@/app/_ui/own-words'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { SummaryList } from '@/app/_ui/summary-list'
import { referral } from '@/db/referrals/reads'
import { instantInWords, inWords } from '@/lib/day'
import { safeContactNotAsked } from '@/lib/people/identity'
import { nhsNumberInWords } from '@/lib/people/nhs-number'

export const metadata: Metadata = { title: 'Referral' }

type Props = {
  params: Promise<{ episodeId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: Props) {
  const { episodeId } = await params
  const { saved } = await searchParams
  const one = await load(referral, episodeId, '/care/referrals')
  const here = `/care/referrals/${episodeId}`
  return (
    <StaffPage actor={one.actor} current="/care/referrals">
      <BackLink href="/care/referrals">Referrals</BackLink>
      <Saved at={saved} />
      <PageHeading lede={standing(one)}>Referral of {one.name}</PageHeading>
      <div className="fp-stack fp-form-page">
        {one.words ? (
          <OwnWords who="Why, as it was written">{one.words}</OwnWords>
        ) : (
          <p className="fp-quiet">No reason was written down.</p>
        )}
        <SummaryList rows={facts(one)} />
        {one.status === 'waiting' && one.mayDecide && (
          <div className="fp-actions">
            <ButtonLink href={`${here}/acceptance`} tone="go">
              Accept
            </ButtonLink>
            <ButtonLink href={`${here}/decline`}>Decline</ButtonLink>
          </div>
        )}
        {one.status === 'waiting' && !one.mayDecide && (
          <p className="fp-quiet">A clinician or team lead of {one.team} decides about this referral.</p>
        )}
        {one.status === 'declined' && one.declinedWords && (
          <OwnWords who={`What they can do instead. ${one.decidedBy ?? ''}`}>{one.declinedWords}</OwnWords>
        )}
        {one.status === 'open' && (
          <div className="fp-actions">
            <ButtonLink href={`/care/people/${one.personId}`} tone="go">
              Open {one.knownAs}’s record
            </ButtonLink>
            {one.mayDecide && <ButtonLink href={`${here}/named-worker`}>Change named worker</ButtonLink>}
          </div>
        )}
        {one.status !== 'open' && (
          <Link href={`/care/people/${one.personId}`}>Open {one.knownAs}’s record</Link>
        )}
      </div>
    </StaffPage>
  )
}

type One = {
  status: 'waiting' | 'open' | 'declined' | 'ended'
  daysWaiting: number
  acceptedOn: string | null
  endedOn: string | null
  declinedBecause: string | null
  team: string
}

const standing = (one: One): string => {
  if (one.status === 'waiting')
    return `Waiting with ${one.team} for ${one.daysWaiting === 1 ? '1 day' : `${one.daysWaiting} days`}.`
  if (one.status === 'declined') return `Declined by ${one.team}: ${one.declinedBecause}.`
  if (one.status === 'ended') return `Ended on ${inWords(one.endedOn!)}.`
  return `Accepted by ${one.team} on ${inWords(one.acceptedOn!)}.`
}

const facts = (one: {
  pronouns: string
  born: string
  age: number
  nhsNumber: string | null
  safeContact: string
  postcode: string
  referredOn: string
  source: string
  referredBy: string
  reference: string | null
  namedWorker: { name: string } | null
  decidedBy: string | null
  decidedAt: Date | null
  otherReferrals: number
}) => [
  { label: 'Born', value: `${inWords(one.born)}, aged ${one.age}` },
  ...(one.pronouns ? [{ label: 'Pronouns', value: one.pronouns }] : []),
  { label: 'NHS number', value: one.nhsNumber ? nhsNumberInWords(one.nhsNumber) : 'Not recorded' },
  { label: 'How to contact safely', value: one.safeContact || safeContactNotAsked },
  { label: 'Postcode', value: one.postcode || 'Not recorded' },
  { label: 'Referred on', value: inWords(one.referredOn) },
  { label: 'Referred by', value: one.referredBy ? `${one.source}: ${one.referredBy}` : one.source },
  ...(one.reference ? [{ label: 'Their number', value: one.reference }] : []),
  ...(one.otherReferrals > 0
    ? [{ label: 'Other referrals', value: `${one.otherReferrals} that you can see` }]
    : []),
  ...(one.namedWorker ? [{ label: 'Named worker', value: one.namedWorker.name }] : []),
  ...(one.decidedBy && one.decidedAt
    ? [{ label: 'Decided by', value: `${one.decidedBy}, ${instantInWords(one.decidedAt)}` }]
    : []),
]
