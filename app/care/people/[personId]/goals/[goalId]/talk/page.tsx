import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { MovementPicture } from '@/app/_ui/charts/movement-picture'
import { DateField } from '@/app/_ui/fields/date-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { Verbatim } from '@/app/_ui/verbatim'
import { readGoal } from '@/db/goals/reads'
import { marksOf } from '@/lib/goals/lines'
import { talkDecisions } from '@/lib/goals/talk'
import { newId } from '@/lib/id'
import { SavedOrUndo } from '../../undo-ratings'
import { talkAboutGoal } from './actions'

type Props = {
  params: Promise<{ personId: string; goalId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'Talk about it' }

/** What follows from some of the choices, said before one is made. */
const follows: Partial<Record<keyof typeof talkDecisions, string>> = {
  'change-the-goal': 'You write the new words next. The old ones and their ratings stay.',
  'something-in-the-community': 'It becomes something to do on the named worker’s Today.',
  'stop-for-now': 'You say why next. It can be taken up again at any time.',
  'bring-someone-in': 'It becomes something to do on the named worker’s Today.',
}

export default async function Talk({ params, searchParams }: Props) {
  const { personId, goalId } = await params
  const search = await searchParams
  const base = `/care/people/${personId}/goals/${goalId}`
  const { actor, identity, today, goal, marks, undo } = await load(
    readGoal,
    { personId, goalId },
    `${base}/talk`,
  )
  const { knownAs } = identity
  const options = Object.entries(talkDecisions).map(([value, label]) => ({
    value,
    label,
    hint: follows[value as keyof typeof talkDecisions],
  }))
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <SavedOrUndo personId={personId} undo={undo} saved={search.saved} />
      <BackLink href={base}>Back to the goal</BackLink>
      <PageHeading lede="Goals do not always move. What shall we do?">Talk about it</PageHeading>
      <div className="fp-card">
        <div className="fp-goal">
          <div className="fp-stack-s">
            <h2 className="fp-goal__words">
              <Verbatim lang={goal.language}>{goal.words}</Verbatim>
            </h2>
            <p id="says">{goal.sentence}</p>
          </div>
          {goal.lines.length > 0 && (
            <MovementPicture
              sentenceId="says"
              series={goal.lines}
              marks={marksOf(goal.ratings, marks)}
              until={marksOf(goal.ratings, marks).at(-1)?.day}
            />
          )}
        </div>
      </div>
      <Form
        action={talkAboutGoal}
        submit="Save what we decided"
        idempotencyKey={newId()}
        hidden={{ personId, goalId }}
        draft={await draftFor('talk', { personId, recordId: goalId }, search)}
        className="fp-form-page fp-section"
      >
        <TextArea name="tried" label="What have we tried?" optional />
        <TextArea name="view" label={`What does ${knownAs} think gets in the way, or helps?`} optional />
        <RadioGroup name="decision" label="What shall we do?" options={options} />
        <TextArea name="theirWords" label="In their words" hint="Exactly as it was said." optional />
        <DateField name="on" label="When did you talk?" value={today} />
      </Form>
    </RecordPage>
  )
}
