import { notFound } from 'next/navigation'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { OwnPage } from '@/app/_ui/own-page'
import { OwnWords } from '@/app/_ui/own-words'
import { myGoal } from '@/db/me/reads'
import { newId } from '@/lib/id'
import { ownEndReasons } from '@/lib/own-pages/goal-forms'
import { endMyGoal } from '../../actions'

export const metadata = { title: 'End my goal' }

export default async function EndGoal({ params }: { params: Promise<{ goalId: string }> }) {
  const { goalId } = await params
  const { actor, goal } = await load(myGoal, { goalId }, `/me/goals/${goalId}/end`)
  if (goal.endedOn) notFound()
  return (
    <OwnPage actor={actor} current="/me/goals">
      <BackLink href={`/me/goals/${goalId}`}>My goal</BackLink>
      <Form
        action={endMyGoal}
        submit="End this goal"
        idempotencyKey={newId()}
        version={goal.version}
        hidden={{ goalId }}
      >
        <h1>End my goal</h1>
        <OwnWords lang={goal.language}>{goal.words}</OwnWords>
        <p>Goals do not always move, and that is all right. This one stays here to read.</p>
        <RadioGroup
          name="because"
          label="Why does it end?"
          options={Object.entries(ownEndReasons).map(([value, label]) => ({ value, label }))}
        />
        <TextArea name="words" label="Do you want to say more?" rows={2} optional />
      </Form>
    </OwnPage>
  )
}
