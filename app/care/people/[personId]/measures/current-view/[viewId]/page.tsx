import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { readCurrentView } from '@/db/measures/reads'
import { inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { reasons } from '@/lib/measures/current-view'
import { withdrawCurrentView } from './actions'

type Props = { params: Promise<{ personId: string; viewId: string }> }

export const metadata = { title: 'Take out a Current View' }

export default async function TakeOutCurrentView({ params }: Props) {
  const { personId, viewId } = await params
  const base = `/care/people/${personId}/measures`
  const { actor, identity, view } = await load(
    readCurrentView,
    { personId, viewId },
    `${base}/current-view/${viewId}`,
  )
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <BackLink href={base}>Back to {identity.knownAs}’s measures</BackLink>
      <PageHeading
        lede={`${inWords(view.on)}, ${reasons[view.reason].toLowerCase()}, completed by ${view.by}.`}
      >
        Take out a Current View
      </PageHeading>
      {view.withdrawn ? (
        <Notice kind="warning">This entry was taken out already. It stays in the record.</Notice>
      ) : (
        <Form
          action={withdrawCurrentView}
          submit="Take it out"
          idempotencyKey={newId()}
          hidden={{ personId, viewId }}
          className="fp-form-page"
        >
          <TextArea
            name="because"
            label="Why is it taken out?"
            hint="The entry stays in the record with this."
          />
        </Form>
      )}
    </RecordPage>
  )
}
