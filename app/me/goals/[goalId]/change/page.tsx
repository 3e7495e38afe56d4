import { notFound } from 'next/navigation'
import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { OwnPage } from '@/app/_ui/own-page'
import { myGoal } from '@/db/me/reads'
import { newId } from '@/lib/id'
import { changeMyGoal } from '../../actions'

export const metadata = { title: 'Change my goal' }

type Props = {
  params: Promise<{ goalId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ChangeGoal({ params, searchParams }: Props) {
  const { goalId } = await params
  const { actor, goal } = await load(myGoal, { goalId }, `/me/goals/${goalId}/change`)
  if (goal.endedOn) notFound()
  return (
    <OwnPage actor={actor} current="/me/goals">
      <BackLink href={`/me/goals/${goalId}`}>My goal</BackLink>
      <Form
        action={changeMyGoal}
        submit="Save my new words"
        idempotencyKey={newId()}
        version={goal.version}
        hidden={{ goalId }}
        draft={await draftFor('my-goal-change', { recordId: goalId }, await searchParams, goal.version)}
      >
        <h1>Change my goal</h1>
        <p>New words make a new goal. You then say how close you feel to that one.</p>
        <p>The old goal ends. It stays here to read.</p>
        <TextArea name="words" label="My goal" rows={3} value={goal.words} lang={goal.language} />
      </Form>
    </OwnPage>
  )
}
