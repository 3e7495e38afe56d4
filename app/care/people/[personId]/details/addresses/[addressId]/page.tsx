import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { addressForm } from '@/db/people/reads'
import { newId } from '@/lib/id'
import { AddressFields } from '../address-fields'
import { correctAddress } from './actions'

export const metadata = { title: 'Correct an address' }

export default async function CorrectAddress({
  params,
}: {
  params: Promise<{ personId: string; addressId: string }>
}) {
  const { personId, addressId } = await params
  const base = `/care/people/${personId}/details`
  const { actor, identity, address } = await load(
    addressForm,
    { personId, addressId },
    `${base}/addresses/${addressId}`,
  )
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to {identity.knownAs}’s details</BackLink>
      <Form
        action={correctAddress}
        submit="Save correction"
        idempotencyKey={newId()}
        hidden={{ personId, addressId }}
        className="fp-form-page"
      >
        <PageHeading lede="Only for a mistake. If they have moved, add a move instead.">
          Correct an address
        </PageHeading>
        {address?.corrected && (
          <Notice kind="warning">
            This address has been corrected already. The newer one is in Details.
          </Notice>
        )}
        <p>
          The wrong address stays in the history, marked as a mistake. If it was the address on the day of a
          referral, the place where that referral is counted changes too.
        </p>
        <AddressFields address={address} />
      </Form>
    </RecordPage>
  )
}
