import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { addressForm } from '@/db/people/reads'
import { newId } from '@/lib/id'
import { AddressFields } from '../address-fields'
import { addAddress } from './actions'

export const metadata = { title: 'Add a move' }

export default async function AddAddress({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const base = `/care/people/${personId}/details`
  const { actor, identity } = await load(addressForm, { personId }, `${base}/addresses/new`)
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to {identity.knownAs}’s details</BackLink>
      <Form
        action={addAddress}
        submit="Save address"
        idempotencyKey={newId()}
        hidden={{ personId }}
        className="fp-form-page"
      >
        <PageHeading lede="For a mistake in an address that is here already, use Correct beside it.">
          Add a move
        </PageHeading>
        <AddressFields address={null} />
      </Form>
    </RecordPage>
  )
}
