import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { sharingForm } from '@/db/people/reads'
import { newId } from '@/lib/id'
import { purposes } from '@/lib/sharing/sharing'
import { withdrawSharing } from './actions'

export const metadata = { title: 'Withdraw sharing' }

export default async function WithdrawSharing({
  params,
}: {
  params: Promise<{ personId: string; entryId: string }>
}) {
  const { personId, entryId } = await params
  const base = `/care/people/${personId}/details`
  const { actor, identity, entry } = await load(
    sharingForm,
    { personId, entryId },
    `${base}/sharing/${entryId}/withdrawal`,
  )
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to {identity.knownAs}’s details</BackLink>
      <Form
        action={withdrawSharing}
        submit="Withdraw"
        idempotencyKey={newId()}
        hidden={{ personId, entryId }}
        className="fp-form-page"
      >
        <PageHeading lede={entry && `${entry.recipient}: ${purposes[entry.purpose].toLowerCase()}.`}>
          Withdraw sharing
        </PageHeading>
        <p>Sharing stops at once. What was shared before stays in the log.</p>
        {entry?.handover && (
          <Notice kind="warning">
            The hand-over rests on this and stops with it. If the receiving worker leads already, the sending
            team’s return contact is the named worker again and is asked to get in touch with{' '}
            {identity.knownAs}.
          </Notice>
        )}
        <TextArea name="words" label="What they said, or why it stops" />
      </Form>
    </RecordPage>
  )
}
