import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { ButtonLink } from '@/app/_ui/button-link'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import type { Meeting } from '@/db/story/meeting-row'
import { meetingsOf, pastShown } from '@/db/story/meetings'
import { hasBegun } from '@/lib/story/meeting'
import { howInWords, standingInWords, whenInWords } from './meeting-words'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

export const metadata = { title: 'Meetings' }

export default async function Meetings({ params, searchParams }: Props) {
  const { personId } = await params
  const { saved } = await searchParams
  const base = `/care/people/${personId}`
  const { actor, identity, coming, past, more, now } = await load(
    meetingsOf,
    { personId },
    `${base}/meetings`,
  )
  const { knownAs } = identity
  const open = identity.episode.status === 'open' || identity.episode.status === 'waiting'
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <Saved at={saved} />
      <BackLink href={base}>Back to {knownAs}’s overview</BackLink>
      <PageHeading>Meetings</PageHeading>
      {open && (
        <div className="fp-actions">
          <ButtonLink tone="go" href={`${base}/meetings/new`}>
            Book a meeting
          </ButtonLink>
        </div>
      )}
      <section className="fp-section" aria-labelledby="coming">
        <h2 id="coming">Coming, or to be written down</h2>
        {coming.length === 0 ? (
          <Empty>Nothing booked. The next meeting appears here when somebody books one.</Empty>
        ) : (
          <MeetingList meetings={coming} base={base} now={now} />
        )}
      </section>
      <section className="fp-section" aria-labelledby="past">
        <h2 id="past">Past and cancelled</h2>
        {past.length === 0 ? (
          <Empty>Meetings appear here once it is written down who came.</Empty>
        ) : (
          <>
            <MeetingList meetings={past} base={base} now={now} />
            {more && (
              <p>
                These are the latest {pastShown}.{' '}
                <Link href={`${base}/story?kind=meeting`}>All of them are in the story</Link>.
              </p>
            )}
          </>
        )}
      </section>
    </RecordPage>
  )
}

function MeetingList({ meetings, base, now }: { meetings: readonly Meeting[]; base: string; now: Date }) {
  return (
    <div className="fp-card">
      <ul className="fp-todo">
        {meetings.map((one) => {
          const page = `${base}/meetings/${one.id}`
          const standing = standingInWords(one, now)
          return (
            <li key={one.id}>
              <p>
                <Link href={page}>{whenInWords(one.startsAt)}</Link>
                {standing && <b> {standing}</b>}
              </p>
              <p className="fp-quiet">
                {howInWords(one)}
                {one.together && ' With others.'}
              </p>
              {!standing && (
                <p>
                  <Link href={`${page}/move`}>Move</Link> or <Link href={`${page}/cancel`}>cancel</Link>
                </p>
              )}
              {!one.cancelledAt && !one.attendance && hasBegun(one, now) && (
                <p>
                  <Link href={`${page}/room`}>Write down what happened</Link>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
