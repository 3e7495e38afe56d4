import { notFound } from 'next/navigation'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { accounts } from '@/db/access/account-reads'
import { newId } from '@/lib/id'
import { InvitationForm } from './form'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ who?: string | string[] }>
}

export const metadata = { title: 'Invite to their own pages' }

export default async function Invitation({ params, searchParams }: Props) {
  const { personId } = await params
  const { who } = await searchParams
  const base = `/care/people/${personId}/details/accounts`
  const { actor, identity, accounts: all } = await load(accounts, { personId }, `${base}/invitation`)
  const one = all.find(({ relationshipId }) => relationshipId === (who ?? null))
  if (!one) notFound()
  const heading = one.account ? `A new way in for ${one.name}` : `Invite ${one.name} to their own pages`
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to who has pages of their own</BackLink>
      <div className="fp-form-page">
        <PageHeading>{heading}</PageHeading>
        {one.notYet ? (
          <p>{one.notYet}</p>
        ) : (
          <>
            <ul className="nhsuk-list nhsuk-list--bullet">
              <li>You get a link and a code of 6 numbers. Both are needed.</li>
              <li>
                Give the code in person. Send the link the way that is safe for them, or let them scan it.
              </li>
              {one.relationshipId && (
                <li>What {one.name} can see is decided apart. At first it is nothing.</li>
              )}
              {one.account && <li>The way in they have now goes on working until they use the link.</li>}
              {one.invitation && <li>The link that is waiting now stops working.</li>}
            </ul>
            <InvitationForm
              idempotencyKey={newId()}
              personId={personId}
              relationshipId={one.relationshipId ?? undefined}
              name={one.name}
              back={base}
            />
          </>
        )}
      </div>
    </RecordPage>
  )
}
