import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { ButtonLink } from '@/app/_ui/button-link'
import { Card } from '@/app/_ui/card'
import { MovementKey } from '@/app/_ui/charts/movement-key'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { SummaryList } from '@/app/_ui/summary-list'
import { Verbatim } from '@/app/_ui/verbatim'
import { meeting as readMeeting } from '@/db/story/meeting'
import { dayOf } from '@/lib/day'
import { shortened } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { hasBegun, settled } from '@/lib/story/meeting'
import { GoalCard } from '../../goals/goal-card'
import { SavedOrUndo } from '../../goals/undo-ratings'
import { startMeeting } from '../actions'
import { meetingAddress } from '../address'
import { howInWords, whenInWords } from '../meeting-words'
import { Before } from './before'
import { meetingFacts } from './facts'
import { Notes } from './notes'
import { WhatNext } from './what-next'

type Props = {
  params: Promise<{ personId: string; meetingId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

export const metadata = { title: 'Meeting' }

export default async function MeetingPage({ params, searchParams }: Props) {
  const ids = await params
  const { saved } = await searchParams
  const base = `/care/people/${ids.personId}`
  const page = meetingAddress(ids)
  const { actor, identity, today, now, meeting, changes, notes, tasks, next, rated, undo, busy } = await load(
    readMeeting,
    ids,
    page,
  )
  const { knownAs } = identity
  const begun = hasBegun(meeting, now)
  const written = meeting.attendance !== null
  const coming = settled(meeting) === null
  const mayStart = coming && (begun || dayOf(meeting.startsAt) === today)
  const links = (
    <>
      {!written && meeting.startedAt && (
        <ButtonLink tone="go" href={`${page}/room`}>
          Go on with the meeting
        </ButtonLink>
      )}
      {coming && begun && <Link href={`${page}/room`}>Write down what happened</Link>}
      {coming && <Link href={`${page}/move`}>Move</Link>}
      {coming && <Link href={`${page}/cancel`}>Cancel</Link>}
      {written && <Link href={`${page}/room`}>Add to what is written</Link>}
    </>
  )
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <Saved at={saved} />
      <BackLink href={`${base}/meetings`}>Back to {knownAs}’s meetings</BackLink>
      <PageHeading lede={howInWords(meeting)}>{whenInWords(meeting.startsAt)}</PageHeading>
      {meeting.cancelledAt && <Notice kind="warning">This meeting was cancelled.</Notice>}
      {busy.length > 0 && <Notice kind="warning">{busy.join(' ')}</Notice>}
      {mayStart ? (
        <Form
          action={startMeeting}
          submit={`Start with ${knownAs}`}
          idempotencyKey={newId()}
          hidden={ids}
          label="Start the meeting"
          beside={links}
        />
      ) : (
        !meeting.cancelledAt && <div className="fp-actions">{links}</div>
      )}
      <section className="fp-section" aria-label="About the meeting">
        <SummaryList rows={meetingFacts(meeting, page)} />
      </section>
      {rated.length > 0 && (
        <section className="fp-section fp-apart" aria-labelledby="rated">
          <h2 id="rated">Rated in this meeting</h2>
          <SavedOrUndo personId={ids.personId} undo={undo} saved={undefined} />
          {rated.some((goal) => goal.talkDue) && (
            <Card strong title="Goals do not always move. What shall we do?" id="stuck">
              <ul className="fp-todo">
                {rated
                  .filter((goal) => goal.talkDue)
                  .map((goal) => (
                    <li key={goal.id}>
                      <Link href={`${base}/goals/${goal.id}/talk`}>
                        Talk about <Verbatim lang={goal.language}>{shortened(goal.words)}</Verbatim>
                      </Link>
                    </li>
                  ))}
              </ul>
            </Card>
          )}
          <ul className="fp-cards">
            {rated.map((goal) => (
              <GoalCard key={goal.id} goal={goal} personId={ids.personId} knownAs={knownAs} marks={[]} />
            ))}
          </ul>
          <MovementKey series={rated.flatMap((goal) => goal.lines)} marks={[]} />
        </section>
      )}
      <Notes notes={notes} knownAs={knownAs} />
      {written && <WhatNext meeting={meeting} next={next} tasks={tasks} base={base} />}
      <Before changes={changes} />
    </RecordPage>
  )
}
