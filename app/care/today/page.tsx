import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { Block } from '@/app/_ui/block'
import { Empty } from '@/app/_ui/empty'
import { Form } from '@/app/_ui/form'
import { Late } from '@/app/_ui/late'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { today } from '@/db/caseload/today'
import { inWords, withWeekday } from '@/lib/day'
import { newId } from '@/lib/id'
import { finishTask } from './actions'
import { Meeting } from './meeting'

export const metadata: Metadata = { title: 'Today' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const { saved } = await searchParams
  const day = await load(today, undefined, '/care/today')
  return (
    <StaffPage actor={day.actor} current="/care/today">
      <Saved at={saved} />
      <PageHeading lede={withWeekday(day.today)}>Today</PageHeading>
      <div className="fp-split">
        <section aria-labelledby="meetings">
          <h2 className="fp-h2" id="meetings">
            Appointments
          </h2>
          {day.meetings.length > 0 ? (
            <ol className="fp-day">
              {day.meetings.map((meeting) => (
                <Meeting key={meeting.id} meeting={meeting} />
              ))}
            </ol>
          ) : (
            <Empty action={<Link href="/care/people">See my young people</Link>}>Nothing booked today.</Empty>
          )}
        </section>
        <div>
          <Block
            title="Hand-over steps"
            id="handovers"
            link={
              <Link className="fp-small" href="/care/handovers">
                All hand-overs
              </Link>
            }
          >
            {day.handovers.length === 0 && <p className="fp-quiet">No hand-overs under way.</p>}
            <ul className="fp-todo" hidden={day.handovers.length === 0}>
              {day.handovers.map((handover) => (
                <li key={handover.id}>
                  <p>
                    <Link href={`/care/handovers/${handover.id}`}>{handover.name}</Link>
                  </p>
                  <p>
                    {handover.invited ? 'An invitation waits for your team’s answer.' : handover.step}
                    <span className="fp-quiet"> {daysInStep(handover.days)}</span>
                  </p>
                </li>
              ))}
            </ul>
          </Block>
          <Block title="Tasks" id="tasks">
            {day.tasks.length === 0 && <p className="fp-quiet">Nothing to do.</p>}
            <ul className="fp-todo" hidden={day.tasks.length === 0}>
              {day.tasks.map((task) => (
                <li key={task.id}>
                  {task.late !== null && task.late > 0 && (
                    <p>
                      <Late>{task.late === 1 ? '1 day late' : `${task.late} days late`}</Late>
                    </p>
                  )}
                  {task.late === 0 && <p>Today</p>}
                  {task.late !== null && task.late < 0 && task.dueOn && (
                    <p className="fp-quiet">By {inWords(task.dueOn)}</p>
                  )}
                  <p>
                    <Link href={`/care/people/${task.personId}`}>{task.name}</Link>: {task.words}
                  </p>
                  <Form
                    action={finishTask}
                    id={`task-${task.id}`}
                    label={`${task.name}: ${task.words}`}
                    submit="Done"
                    tone="quiet"
                    idempotencyKey={newId()}
                    hidden={{ taskId: task.id }}
                  />
                </li>
              ))}
            </ul>
          </Block>
          <Block title="Referrals" id="waiting">
            <p>
              <Link href="/care/referrals">{waitingInWords(day.waiting)}</Link>
            </p>
          </Block>
        </div>
      </div>
    </StaffPage>
  )
}

const daysInStep = (days: number): string =>
  days === 0 ? 'Since today.' : days === 1 ? 'For 1 day.' : `For ${days} days.`

const waitingInWords = (waiting: number): string =>
  waiting === 0
    ? 'Nobody is waiting for a decision'
    : waiting === 1
      ? '1 young person waits for a decision'
      : `${waiting} young people wait for a decision`
