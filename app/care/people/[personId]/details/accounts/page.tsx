import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { ButtonLink } from '@/app/_ui/button-link'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { SummaryList } from '@/app/_ui/summary-list'
import { type AccountOf, accounts } from '@/db/access/account-reads'
import { dayOf, instantInWords, inWords } from '@/lib/day'
import { relationships } from '@/lib/people/relationships'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

export const metadata = { title: 'Their own pages' }

/** Who has pages of their own about this young person: they themselves, and parents and carers. */
export default async function Accounts({ params, searchParams }: Props) {
  const { personId } = await params
  const { saved } = await searchParams
  const details = `/care/people/${personId}/details`
  const base = `${details}/accounts`
  const { actor, identity, accounts: all } = await load(accounts, { personId }, base)
  const { knownAs } = identity
  const [own, ...family] = all
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={details}>Back to {knownAs}’s details</BackLink>
      <Saved at={saved} />
      <PageHeading lede="A link and a code open them. Nobody signs in by a link in a message.">
        {knownAs}’s own pages, and their family’s
      </PageHeading>
      <ul className="fp-cards">{own && <One of={own} base={base} />}</ul>
      <section className="fp-section" aria-labelledby="family">
        <h2 id="family">Parents and carers</h2>
        {family.length === 0 ? (
          <p>
            Nobody yet who could be invited.{' '}
            <Link href={`${details}/people/new`}>Add someone who matters</Link>
          </p>
        ) : (
          <ul className="fp-cards">
            {family.map((one) => (
              <One key={one.relationshipId} of={one} base={base} />
            ))}
          </ul>
        )}
      </section>
    </RecordPage>
  )
}

function One({ of, base }: { of: AccountOf; base: string }) {
  const { account, invitation, relation, name } = of
  const asked = of.relationshipId ? `?who=${of.relationshipId}` : ''
  const invite = account ? 'Make a new way in' : invitation ? 'Invite again' : 'Invite'
  return (
    <li className="fp-card">
      <h3 className="fp-h3">
        {name}
        {relation && `, ${relationships[relation].toLowerCase()}`}
      </h3>
      <SummaryList
        rows={[
          { label: 'Pages of their own', value: account ? `Since ${inWords(dayOf(account.since))}` : 'No' },
          {
            label: 'Invitation',
            value: invitation
              ? `Waiting, until ${instantInWords(invitation.until)}. By ${invitation.by}.`
              : 'None waiting',
          },
        ]}
      />
      {of.notYet && !account && <p>{of.notYet}</p>}
      <div className="fp-actions">
        {!of.notYet && (
          <ButtonLink href={`${base}/invitation${asked}`}>
            {invite}
            <span className="nhsuk-u-visually-hidden"> for {name}</span>
          </ButtonLink>
        )}
        {account && (
          <Link href={`${base}/${account.id}/end`}>
            End this account<span className="nhsuk-u-visually-hidden"> of {name}</span>
          </Link>
        )}
      </div>
    </li>
  )
}
