import { Details } from '@/app/_ui/details'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { Icon } from '@/app/_ui/icon'
import { Verbatim } from '@/app/_ui/verbatim'
import type { OwnGoal } from '@/db/me/reads'
import { stepInWords } from '@/lib/goals/step'
import { newId } from '@/lib/id'
import { addMyStep, tickMyStep } from '../actions'

/** Small steps: who does what and when, each ticked by whoever did it. Nothing adds them up. */
export function Steps({ goal, open }: { goal: OwnGoal; open: boolean }) {
  if (goal.steps.length === 0 && !open) return null
  return (
    <section className="fp-section" aria-labelledby="steps">
      <h2 className="fp-h2" id="steps">
        Small steps
      </h2>
      {goal.steps.length === 0 && <p>No small steps yet. One small thing is a good start.</p>}
      <ul className="fp-todo">
        {goal.steps.map((step) => (
          <li key={step.id}>
            <p className="fp-tight">
              {step.doneOn && <Icon name="tick" />} <Verbatim>{step.words}</Verbatim>
            </p>
            <p className="fp-tight fp-quiet">{stepInWords(step)}</p>
            {open && (
              <Form
                action={tickMyStep}
                id={`step-${step.id}`}
                label={step.words}
                tone="quiet"
                submit={step.doneOn ? 'Not done after all' : 'I did this'}
                idempotencyKey={newId()}
                version={step.version}
                hidden={{ stepId: step.id, done: step.doneOn ? 'no' : 'yes' }}
              />
            )}
          </li>
        ))}
      </ul>
      {open && (
        <Details summary="Add a small step">
          <Form
            action={addMyStep}
            id="add-step"
            tone="quiet"
            submit="Add this step"
            idempotencyKey={newId()}
            hidden={{ goalId: goal.id }}
          >
            <TextField name="words" label="What is the step?" />
            <TextField name="who" label="Who does it?" optional />
          </Form>
        </Details>
      )}
    </section>
  )
}
