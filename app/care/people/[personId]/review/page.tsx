import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { ButtonLink } from '@/app/_ui/button-link'
import { MovementPicture } from '@/app/_ui/charts/movement-picture'
import { Empty } from '@/app/_ui/empty'
import { DateField } from '@/app/_ui/fields/date-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { Verbatim } from '@/app/_ui/verbatim'
import { readGoals } from '@/db/goals/reads'
import { lineInWords, marksOf } from '@/lib/goals/lines'
import { decisionFieldOf, theirWordsFieldOf, triedFieldOf } from '@/lib/goals/review'
import { shortened } from '@/lib/goals/sheet'
import { talkDecisions } from '@/lib/goals/talk'
import { newId } from '@/lib/id'
import { closeReview } from './actions'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'Review every goal' }

const options = Object.entries(talkDecisions).map(([value, label]) => ({ value, label }))

export default async function Review({ params, searchParams }: Props) {
  const { personId } = await params
  const base = `/care/people/${personId}`
  const { actor, identity, today, open, marks } = await load(readGoals, { personId }, `${base}/review`)
  const { knownAs } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <BackLink href={`${base}/goals`}>Back to {knownAs}’s goals</BackLink>
      <PageHeading lede="Look at each goal together: what helped, what did not, what next. A review is saved when each goal has an answer.">
        Review every goal
      </PageHeading>
      {open.length === 0 ? (
        <Empty action={<ButtonLink href={`${base}/goals/new`}>Add a goal</ButtonLink>}>
          There is no open goal to look at.
        </Empty>
      ) : (
        <Form
          action={closeReview}
          submit="Save review"
          idempotencyKey={newId()}
          hidden={{ personId }}
          draft={await draftFor('review', { personId }, await searchParams)}
          className="fp-form-page"
        >
          {open.map((goal) => (
            <section className="fp-section" key={goal.id} aria-labelledby={`goal-${goal.id}-words-heading`}>
              <div className="fp-goal">
                <div className="fp-stack-s">
                  <h2 className="fp-goal__words" id={`goal-${goal.id}-words-heading`}>
                    <Verbatim lang={goal.language}>{goal.words}</Verbatim>
                  </h2>
                  <p id={`goal-${goal.id}-says`}>{goal.sentence}</p>
                  {goal.lines
                    .filter((line) => line.rater !== 'young-person')
                    .map((line) => (
                      <p className="fp-small" key={line.key}>
                        {line.name}: {lineInWords(line)}
                      </p>
                    ))}
                </div>
                {goal.lines.length > 0 && (
                  <MovementPicture
                    sentenceId={`goal-${goal.id}-says`}
                    series={goal.lines}
                    marks={marksOf(goal.ratings, marks)}
                    until={marksOf(goal.ratings, marks).at(-1)?.day}
                  />
                )}
              </div>
              <RadioGroup
                name={decisionFieldOf(goal.id)}
                label={
                  <>
                    What shall we do?
                    <span className="nhsuk-u-visually-hidden"> About: {shortened(goal.words)}</span>
                  </>
                }
                options={options}
              />
              <TextArea
                name={theirWordsFieldOf(goal.id)}
                label="In their words"
                hint="Exactly as it was said."
                rows={2}
                optional
              />
              <TextArea name={triedFieldOf(goal.id)} label="What have we tried?" rows={2} optional />
            </section>
          ))}
          <TextArea name="words" label="Anything about all of it" rows={2} optional />
          <DateField name="heldOn" label="When did you look at it together?" value={today} />
          <DateField name="nextOn" label="When to look again?" optional />
        </Form>
      )}
    </RecordPage>
  )
}
