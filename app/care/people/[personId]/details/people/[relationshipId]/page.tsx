import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Checkbox } from '@/app/_ui/fields/checkbox'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { relationshipForm } from '@/db/people/reads'
import { newId } from '@/lib/id'
import { RelationshipFields } from '../relationship-fields'
import { changeRelationship } from './actions'

export const metadata = { title: 'Change someone who matters' }

export default async function ChangeRelationship({
  params,
}: {
  params: Promise<{ personId: string; relationshipId: string }>
}) {
  const { personId, relationshipId } = await params
  const base = `/care/people/${personId}/details`
  const { actor, identity, known } = await load(
    relationshipForm,
    { personId, relationshipId },
    `${base}/people/${relationshipId}`,
  )
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to {identity.knownAs}’s details</BackLink>
      <Form
        action={changeRelationship}
        submit="Save"
        idempotencyKey={newId()}
        version={known?.version}
        hidden={{ personId, relationshipId }}
        className="fp-form-page"
      >
        <PageHeading>{known?.name}</PageHeading>
        <RelationshipFields known={known} knownAs={identity.knownAs} />
        <Checkbox
          name="noLonger"
          label="No longer someone who matters"
          hint="They stay in the record, with the day."
          checked={known?.endedOn != null}
        />
      </Form>
    </RecordPage>
  )
}
