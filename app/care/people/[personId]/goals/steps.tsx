import { Form } from '@/app/_ui/form'
import { Verbatim } from '@/app/_ui/verbatim'
import type { GoalStep } from '@/db/goals/of-person'
import { stepInWords } from '@/lib/goals/step'
import { newId } from '@/lib/id'
import { finishStep, reopenStep } from './actions'

/** The small steps still open, on a card. */
export function OpenSteps({ steps }: { steps: readonly GoalStep[] }) {
  const open = steps.filter((step) => !step.doneOn)
  const done = steps.length - open.length
  if (steps.length === 0) return null
  return (
    <div className="fp-small">
      <p className="fp-tight">
        {open.length === 0 ? 'Every small step is done.' : open.length === 1 ? 'Small step:' : 'Small steps:'}
        {done > 0 && open.length > 0 && <span className="fp-quiet"> {done} done already.</span>}
      </p>
      {open.length > 0 && (
        <ul className="fp-story-list">
          {open.map((step) => (
            <li key={step.id}>
              <StepWords step={step} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function StepWords({ step }: { step: GoalStep }) {
  const about = stepInWords(step)
  return (
    <>
      <Verbatim>{step.words}</Verbatim>
      {about && <span className="fp-quiet"> ({about})</span>}
    </>
  )
}

type Props = { steps: readonly GoalStep[]; personId: string; mayChange: boolean }

/** Every small step of a goal, the open ones first, each ticked or opened again. */
export function Steps({ steps, personId, mayChange }: Props) {
  return (
    <ul className="fp-todo">
      {steps.map((step) => (
        <li key={step.id}>
          <p>
            <StepWords step={step} />
          </p>
          {mayChange && (
            <Form
              id={`step-${step.id}`}
              action={step.doneOn ? reopenStep : finishStep}
              submit={step.doneOn ? 'Not done after all' : 'Done'}
              tone="quiet"
              idempotencyKey={newId()}
              version={step.version}
              hidden={{ personId, stepId: step.id }}
              label={`${step.doneOn ? 'Not done after all' : 'Done'}: ${step.words}`}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
