import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { relationshipForm } from '@/db/people/reads'
import { newId } from '@/lib/id'
import { RelationshipFields } from '../relationship-fields'
import { addRelationship } from './actions'

export const metadata = { title: 'Add someone who matters' }

export default async function AddRelationship({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const base = `/care/people/${personId}/details`
  const { actor, identity } = await load(relationshipForm, { personId }, `${base}/people/new`)
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to {identity.knownAs}’s details</BackLink>
      <Form
        action={addRelationship}
        submit="Save"
        idempotencyKey={newId()}
        hidden={{ personId }}
        className="fp-form-page"
      >
        <PageHeading>Add someone who matters</PageHeading>
        <RelationshipFields known={null} knownAs={identity.knownAs} />
      </Form>
    </RecordPage>
  )
}
