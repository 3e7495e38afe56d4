import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { DateField } from '@/app/_ui/fields/date-field'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { OwnWords } from '@/app/_ui/own-words'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { readGoal } from '@/db/goals/reads'
import { inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { addStep } from './actions'

type Props = { params: Promise<{ personId: string; goalId: string }> }

export const metadata = { title: 'Add a small step' }

export default async function AddStep({ params }: Props) {
  const { personId, goalId } = await params
  const base = `/care/people/${personId}/goals/${goalId}`
  const { actor, identity, goal } = await load(readGoal, { personId, goalId }, `${base}/steps/new`)
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <BackLink href={base}>Back to the goal</BackLink>
      <PageHeading lede="Small enough to do before you meet again.">Add a small step</PageHeading>
      <OwnWords lang={goal.language}>{goal.words}</OwnWords>
      {goal.endedOn ? (
        <Notice kind="warning">This goal ended on {inWords(goal.endedOn)}.</Notice>
      ) : (
        <Form
          action={addStep}
          submit="Save step"
          idempotencyKey={newId()}
          hidden={{ personId, goalId }}
          className="fp-form-page fp-section"
        >
          <TextArea name="words" label="What is the step?" rows={2} />
          <TextField
            name="who"
            label="Who does it?"
            hint={`As they say it, for example ${identity.knownAs}, Mum, or two of you.`}
            optional
          />
          <DateField name="byDay" label="By when?" optional />
        </Form>
      )}
    </RecordPage>
  )
}
