import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Empty } from '@/app/_ui/empty'
import { Select } from '@/app/_ui/fields/select'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { Verbatim } from '@/app/_ui/verbatim'
import { readGoals } from '@/db/goals/reads'
import { usualGoals } from '@/lib/goals/limits'
import { placeFieldOf } from '@/lib/goals/order'
import { newId } from '@/lib/id'
import { rankGoals } from './actions'

type Props = { params: Promise<{ personId: string }> }

export const metadata = { title: 'Put goals in order' }

export default async function OrderGoals({ params }: Props) {
  const { personId } = await params
  const base = `/care/people/${personId}/goals`
  const { actor, identity, open } = await load(readGoals, { personId }, `${base}/order`)
  const places = open.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }))
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <BackLink href={base}>Back to {identity.knownAs}’s goals</BackLink>
      <PageHeading
        lede={
          open.length > usualGoals
            ? 'What matters most comes first. The first three go to national returns.'
            : 'What matters most comes first.'
        }
      >
        Put goals in order
      </PageHeading>
      {open.length === 0 ? (
        <Empty>No goals yet. A good start: what happens on a good day?</Empty>
      ) : (
        <Form
          action={rankGoals}
          submit="Save order"
          idempotencyKey={newId()}
          hidden={{ personId, before: open.map((goal) => goal.id).join(' ') }}
          className="fp-form-page"
        >
          {open.map((goal, index) => (
            <Select
              key={goal.id}
              name={placeFieldOf(goal.id)}
              label={<Verbatim lang={goal.language}>{goal.words}</Verbatim>}
              options={places}
              value={String(index + 1)}
            />
          ))}
        </Form>
      )}
    </RecordPage>
  )
}
