import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { HandOver } from '@/app/in-the-room/hand-over'
import { room } from '@/db/story/room'
import { dayOf } from '@/lib/day'
import { newId } from '@/lib/id'
import { versionsOf } from '@/lib/story/group'
import { hasBegun } from '@/lib/story/meeting'
import { startMeeting } from '../../actions'
import { meetingAddress } from '../../address'
import { howInWords, whenInWords } from '../../meeting-words'
import { GroupForm } from './group-form'
import { OneForm } from './one-form'

type Props = {
  params: Promise<{ personId: string; meetingId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'In the room' }

export default async function Room({ params, searchParams }: Props) {
  const ids = await params
  const search = await searchParams
  const page = meetingAddress(ids)
  const { actor, identity, today, now, meeting, comers, sheet, beside, booked } = await load(
    room,
    ids,
    `${page}/room`,
  )
  const begun = hasBegun(meeting, now)
  const draft =
    begun && !meeting.cancelledAt
      ? await draftFor(
          'meeting',
          { personId: ids.personId, recordId: ids.meetingId },
          search,
          comers.length > 1 ? versionsOf(comers) : meeting.version,
        )
      : undefined
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      {comers.some((one) => one.attendance) && <Saved at={search.saved} />}
      <BackLink href="/care/today">Back to Today</BackLink>
      {meeting.cancelledAt || !begun ? (
        <>
          <PageHeading lede={`${whenInWords(meeting.startsAt)}. ${howInWords(meeting)}`}>
            Meeting with {identity.knownAs}
          </PageHeading>
          <Notice kind="warning">
            {meeting.cancelledAt ? (
              <>
                This meeting was cancelled. <Link href={page}>See why</Link>
              </>
            ) : (
              <>
                This meeting has not started yet. If {identity.knownAs} cannot come,{' '}
                <Link href={`${page}/move`}>move it</Link> or <Link href={`${page}/cancel`}>cancel it</Link>.
              </>
            )}
          </Notice>
          {!meeting.cancelledAt && dayOf(meeting.startsAt) === today && (
            <Form
              action={startMeeting}
              submit={`Start with ${identity.knownAs}`}
              idempotencyKey={newId()}
              hidden={ids}
            />
          )}
        </>
      ) : comers.length > 1 ? (
        <GroupForm
          personId={ids.personId}
          meeting={meeting}
          comers={comers}
          beside={beside}
          booked={booked}
          today={today}
          draft={draft}
        />
      ) : (
        <OneForm
          actor={actor}
          identity={identity}
          today={today}
          meeting={meeting}
          sheet={sheet}
          beside={beside}
          booked={booked}
          draft={draft}
        />
      )}
      {begun && !meeting.cancelledAt && comers.length <= 1 && sheet && sheet.goals.length > 0 && (
        <HandOver personId={ids.personId} knownAs={identity.knownAs} meetingId={ids.meetingId} />
      )}
    </RecordPage>
  )
}
