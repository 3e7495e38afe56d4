import { Block } from '@/app/_ui/block'
import { Form } from '@/app/_ui/form'
import { Late } from '@/app/_ui/late'
import { Link } from '@/app/_ui/link'
import type { todaysHandovers, todaysTasks } from '@/db/caseload/todays-work'
import type { DraftToFinish, DraftWaiting } from '@/db/drafts/reads'
import { instantInWords, inWords } from '@/lib/day'
import { draftForms } from '@/lib/drafts/forms'
import { lateInWords } from '@/lib/handover/clocks'
import { newId } from '@/lib/id'
import { finishTask } from './actions'

type List<F extends (...args: never[]) => Promise<unknown>> = { of: Awaited<ReturnType<F>> }

export function HandoversDue({ of: handovers }: List<typeof todaysHandovers>) {
  return (
    <Block
      title="Hand-over steps"
      id="handovers"
      link={
        <Link className="fp-small" href="/care/handovers">
          All hand-overs
        </Link>
      }
    >
      {handovers.length === 0 && <p className="fp-quiet">No hand-overs under way.</p>}
      <ul className="fp-todo" hidden={handovers.length === 0}>
        {handovers.map((handover) => (
          <li key={handover.id}>
            {handover.late > 0 && (
              <p>
                <Late>{lateInWords(handover.late)}</Late>
              </p>
            )}
            <p>
              <Link href={`/care/handovers/${handover.id}`}>{handover.name}</Link>
            </p>
            <p>
              {handover.invited ? 'An invitation waits for your team’s answer.' : handover.step}
              <span className="fp-quiet"> {daysInStep(handover.days)}</span>
            </p>
            {handover.missing[0] && <p className="fp-quiet">Still to do: {handover.missing[0]}</p>}
          </li>
        ))}
      </ul>
    </Block>
  )
}

export function DraftsDue({ of: drafts, waiting }: { of: DraftToFinish[]; waiting: DraftWaiting[] }) {
  if (drafts.length + waiting.length === 0) return null
  return (
    <Block title="Drafts to finish" id="drafts">
      <ul className="fp-todo">
        {drafts.map((draft) => (
          <li key={`${draft.form} ${draft.personId} ${draft.begun.getTime()}`}>
            <p>
              {draft.page ? (
                <Link href={draft.page}>
                  {draftForms[draft.form].name}
                  {draft.name && ` for ${draft.name}`}
                </Link>
              ) : (
                draftForms[draft.form].name
              )}
            </p>
            <p className="fp-quiet">Started {instantInWords(draft.begun)}.</p>
          </li>
        ))}
        {waiting.map((draft) => (
          <li key={`${draft.form} ${draft.personId} ${draft.writer}`}>
            <p>
              {draft.writer} has not finished a draft for{' '}
              <Link href={`/care/people/${draft.personId}`}>{draft.name}</Link>.
            </p>
            <p className="fp-quiet">Started {instantInWords(draft.begun)}.</p>
          </li>
        ))}
      </ul>
    </Block>
  )
}

export function TasksDue({ of: tasks }: List<typeof todaysTasks>) {
  return (
    <Block title="Tasks" id="tasks">
      {tasks.length === 0 && <p className="fp-quiet">Nothing to do.</p>}
      <ul className="fp-todo" hidden={tasks.length === 0}>
        {tasks.map((task) => (
          <li key={task.id}>
            {task.late !== null && task.late > 0 && (
              <p>
                <Late>{lateInWords(task.late)}</Late>
              </p>
            )}
            {task.late === 0 && <p>Today</p>}
            {task.late !== null && task.late < 0 && task.dueOn && (
              <p className="fp-quiet">By {inWords(task.dueOn)}</p>
            )}
            <p>
              <Link href={`/care/people/${task.personId}`}>{task.name}</Link>: {task.words}
            </p>
            {task.kind === 'tell-concern' ? (
              <p>
                <Link href={`/care/people/${task.personId}/concern`}>Write down who was told</Link>
              </p>
            ) : (
              <Form
                action={finishTask}
                id={`task-${task.id}`}
                label={`${task.name}: ${task.words}`}
                submit="Done"
                tone="quiet"
                idempotencyKey={newId()}
                hidden={{ taskId: task.id }}
              />
            )}
          </li>
        ))}
      </ul>
    </Block>
  )
}

const daysInStep = (days: number): string =>
  days === 0 ? 'Since today.' : days === 1 ? 'For 1 day.' : `For ${days} days.`
