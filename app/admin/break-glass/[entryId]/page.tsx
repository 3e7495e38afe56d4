import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Checkbox } from '@/app/_ui/fields/checkbox'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { breakGlassReviews } from '@/db/access-in-need/reads'
import { newId } from '@/lib/id'
import { OpenedInNeedFacts } from '../opened-in-need'
import { reviewBreakGlass } from './actions'

export const metadata = { title: 'Look at an opening' }

export default async function ReviewBreakGlass({ params }: { params: Promise<{ entryId: string }> }) {
  const { entryId } = await params
  const { actor, entries } = await load(breakGlassReviews, { entryId }, `/admin/break-glass/${entryId}`)
  const entry = entries[0]!
  const own = entry.staffId === actor.staffId
  return (
    <StaffPage actor={actor} current="/admin/break-glass">
      <BackLink href="/admin/break-glass">Back to records opened in need</BackLink>
      <PageHeading lede="Was it needed, and was it no more than needed? Talk with them first if you can.">
        Look at this opening
      </PageHeading>
      <OpenedInNeedFacts entry={entry} />
      {own ? (
        <p>You opened this record yourself. Somebody else has to look at it.</p>
      ) : (
        !entry.review && (
          <Form
            action={reviewBreakGlass}
            submit="Save what I found"
            idempotencyKey={newId()}
            hidden={{ entryId }}
            className="fp-form-page"
          >
            <TextArea name="words" label="What you found, and what happens now" rows={4} />
            <Checkbox
              name="keptFromThem"
              label="It is not safe to show the young person that this record was opened"
              hint="Otherwise they see on their own pages who opened it and when, never why."
            />
          </Form>
        )
      )}
    </StaffPage>
  )
}
