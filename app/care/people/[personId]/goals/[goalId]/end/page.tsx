import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { OwnWords } from '@/app/_ui/own-words'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { readGoal } from '@/db/goals/reads'
import { inWords } from '@/lib/day'
import { endReasons } from '@/lib/goals/goal'
import { newId } from '@/lib/id'
import { endGoal } from './actions'

type Props = {
  params: Promise<{ personId: string; goalId: string }>
  /** What a talk about it decided. */
  searchParams: Promise<{ because?: string | string[]; saved?: string | string[] }>
}

export const metadata = { title: 'End or change a goal' }

export default async function EndGoal({ params, searchParams }: Props) {
  const { personId, goalId } = await params
  const { because, saved } = await searchParams
  const base = `/care/people/${personId}/goals/${goalId}`
  const { actor, identity, goal } = await load(readGoal, { personId, goalId }, `${base}/end`)
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <Saved at={saved} />
      <BackLink href={base}>Back to the goal</BackLink>
      <PageHeading lede="Its words and ratings stay in the record.">End or change this goal</PageHeading>
      <OwnWords lang={goal.language} who={goal.sentence}>
        {goal.words}
      </OwnWords>
      {goal.endedOn ? (
        <Notice kind="warning">This goal ended on {inWords(goal.endedOn)} already.</Notice>
      ) : (
        <Form
          action={endGoal}
          submit="End this goal"
          idempotencyKey={newId()}
          version={goal.version}
          hidden={{ personId, goalId }}
          className="fp-form-page fp-section"
        >
          <RadioGroup
            name="because"
            label="Why does it end?"
            value={typeof because === 'string' ? because : undefined}
            options={Object.entries(endReasons).map(([value, label]) => ({
              value,
              label,
              reveals: value === 'words-changed' && (
                <TextArea
                  name="newWords"
                  label="The new goal, in their words"
                  hint="It starts with its own first rating. The earlier ratings stay with this one."
                  lang={goal.language}
                />
              ),
            }))}
          />
          <TextArea name="words" label={`What does ${identity.knownAs} say about it?`} optional />
        </Form>
      )}
    </RecordPage>
  )
}
