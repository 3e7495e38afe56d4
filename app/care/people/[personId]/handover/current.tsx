import { ButtonLink } from '@/app/_ui/button-link'
import { Card } from '@/app/_ui/card'
import { Late } from '@/app/_ui/late'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { OwnWords } from '@/app/_ui/own-words'
import { PageHeading } from '@/app/_ui/page-heading'
import { StepList } from '@/app/_ui/step-list'
import { TaskList } from '@/app/_ui/task-list'
import { Summary } from '@/app/care/handovers/[handoverId]/summary'
import { BesidePair } from '@/app/care/handovers/beside-pair'
import { meetingInWords } from '@/db/handover/held'
import type { handoverOfPerson } from '@/db/handover/reads'
import { dayOf, daysBetween, inWords } from '@/lib/day'
import { comeBackWorkingDays, lateInWords, silenceDays } from '@/lib/handover/clocks'
import { namedWorkerAt, stepInWords, steps, stepTable } from '@/lib/handover/steps'
import { handoverTasks } from './tasks'

type Page = Extract<Awaited<ReturnType<typeof handoverOfPerson>>, { ok: true }>['value']
type Props = { page: Page; handover: NonNullable<Page['current']> }

const daysAgo = (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day ago' : `${days} days ago`)

/** The hand-over that is under way, or that has ended and leaves a way back. */
export function Current({ page, handover }: Props) {
  const { identity, today, comeBack } = page
  const { knownAs } = identity
  const { state, from, to, missing, events } = handover
  const base = `/care/people/${identity.personId}`
  const active = state.state === 'active'
  const leads = namedWorkerAt(state.step) === 'receiving-worker'
  const invitedHere = state.invited && !state.accepted && handover.by === 'receiving-worker'
  const now = steps.indexOf(state.step)
  const reached = (step: string) =>
    events.findLast((event) => event.what === (step === 'thinking' ? 'started' : step))
  return (
    <>
      <PageHeading lede={ledeOf({ page, handover })}>{stepInWords(state.step)}</PageHeading>
      {handover.late > 0 && (
        <Notice kind="warning">
          <Late>{lateInWords(handover.late)}</Late>. Nobody was in touch with {knownAs} since{' '}
          {inWords(handover.lastHeard)}.
        </Notice>
      )}
      <StepList
        label="Steps of the hand-over"
        steps={steps.map((step, i) => {
          const at = reached(step)
          return {
            key: step,
            label: stepInWords(step),
            state: i < now ? 'done' : i === now ? 'current' : 'later',
            note: i <= now && at ? `${i === now ? 'since ' : ''}${inWords(dayOf(at.at))}` : undefined,
          }
        })}
      />
      <div className="fp-split fp-split--spaced">
        <div>
          <BesidePair handover={handover} knownAs={knownAs} />
          {invitedHere && (
            <Card strong title="Your answer" id="answer">
              <p>
                {from.worker.name} invites {to.worker?.name}. {from.worker.name} stays the named worker until
                you both agree.
              </p>
              <div className="fp-actions">
                <ButtonLink tone="go" href={`/care/handovers/${handover.id}/acceptance`}>
                  Accept
                </ButtonLink>
                <Link href={`/care/handovers/${handover.id}/refusal`}>Decline with a reason</Link>
              </div>
            </Card>
          )}
          <section className="fp-section" aria-labelledby="ready">
            <div className="fp-block__head">
              <h2 className="fp-h2" id="ready">
                How ready {knownAs} feels
              </h2>
              {active && (
                <Link className="fp-small" href={`/care/handovers/${handover.id}/preparation`}>
                  {handover.readyWords ? 'Ask again' : 'Ask'}
                </Link>
              )}
            </div>
            {handover.readyWords ? (
              <OwnWords who={handover.readyOn && `${knownAs}, ${inWords(handover.readyOn)}`}>
                {handover.readyWords}
              </OwnWords>
            ) : (
              <p className="fp-quiet">Not asked yet.</p>
            )}
          </section>
          {active && (
            <section className="fp-section" aria-labelledby="tasks">
              <h2 className="fp-h2" id="tasks">
                {leads ? 'Made ready together' : `Before ${to.worker?.name ?? 'the receiving worker'} leads`}
              </h2>
              <TaskList tasks={handoverTasks(handover, base, knownAs, today, page.now)} />
              <div className="fp-actions">
                <ButtonLink
                  tone={invitedHere ? 'quiet' : 'go'}
                  href={`/care/handovers/${handover.id}/next-step`}
                >
                  Next step
                </ButtonLink>
                {stepTable[state.step].back && (
                  <Link href={`/care/handovers/${handover.id}/step-back`}>Step back</Link>
                )}
                {!leads && <Link href={`/care/handovers/${handover.id}/stop`}>Stop the hand-over</Link>}
              </div>
              {missing.length > 0 && (
                <p className="fp-actions__note fp-small fp-quiet">
                  {missing.length === 1 ? '1 thing is' : `${missing.length} things are`} still to do. The next
                  page shows {missing.length === 1 ? 'it' : 'them'} before anything changes.
                </p>
              )}
            </section>
          )}
          {(handover.keepDoing || handover.watchFor) && (
            <section className="fp-section" aria-labelledby="summary">
              <h2 className="fp-h2" id="summary">
                Written down for {to.worker?.name ?? 'the next worker'}
              </h2>
              <Summary keepDoing={handover.keepDoing} watchFor={handover.watchFor} />
            </section>
          )}
        </div>
        <div>
          {active && (
            <Card strong title="Meeting together" id="meet">
              {handover.nextMeeting ? (
                <p className="fp-small">
                  <b>Next: {meetingInWords(handover.nextMeeting, today)}</b>
                </p>
              ) : (
                <p className="fp-small">
                  {handover.proposedMeeting && !state.accepted
                    ? `Offered: ${meetingInWords(handover.proposedMeeting, today)}. Booked when they accept.`
                    : 'Nothing booked.'}
                </p>
              )}
              {handover.jointMeeting?.held && (
                <p className="fp-small fp-quiet">Met together {inWords(dayOf(handover.jointMeeting.at))}.</p>
              )}
              {state.accepted && (
                <p className="fp-small">
                  <Link href={`${base}/meetings/new`}>Book a meeting</Link>
                </p>
              )}
            </Card>
          )}
          <div className="fp-section">
            <Card title="The way back" id="back">
              {!leads ? (
                <p className="fp-small">
                  {knownAs} stays with {from.worker.name}. Nothing is given up.
                </p>
              ) : (
                <>
                  <p className="fp-small">
                    {knownAs} can come back to {from.team}{' '}
                    {state.comeBackUntil ? (
                      <>
                        until <b>{inWords(state.comeBackUntil)}</b>
                      </>
                    ) : (
                      `at any time, and for ${page.actor.comeBackMonths} months after it has ended`
                    )}
                    . No new referral and no waiting list.
                  </p>
                  {comeBack.because === null ? (
                    <p className="fp-small">
                      <Link href={`${base}/come-back`}>Come back</Link>
                    </p>
                  ) : (
                    <p className="fp-small">{comeBack.because}</p>
                  )}
                </>
              )}
              <p className="fp-small">
                If sharing is withdrawn, {handover.returnContact.name} takes {knownAs} back at once.
              </p>
            </Card>
          </div>
          {active && (
            <section className="fp-section" aria-labelledby="promised">
              <h2 className="fp-h3" id="promised">
                What we promised
              </h2>
              <ul className="fp-todo">
                <li>
                  <p>Never more than {silenceDays} days of silence</p>
                  <p className="fp-quiet">
                    Last heard from us {daysAgo(daysBetween(handover.lastHeard, today))}
                  </p>
                </li>
                <li>
                  <p>Back with us within {comeBackWorkingDays} working days, if they ask</p>
                </li>
              </ul>
            </section>
          )}
        </div>
      </div>
    </>
  )
}

const ledeOf = ({ page, handover }: Props): string => {
  const { knownAs } = page.identity
  const { state, from, to, days } = handover
  if (state.state !== 'active')
    return `${knownAs}’s hand-over from ${from.worker.name} to ${to.worker?.name ?? to.team} has ended.`
  const day = `${knownAs}’s hand-over, day ${days + 1} of this step.`
  return state.accepted && to.worker
    ? `${day} ${from.worker.name} and ${to.worker.name} are both beside ${knownAs}.`
    : `${day} ${from.worker.name} is beside ${knownAs}.`
}
