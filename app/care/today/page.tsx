import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { Block } from '@/app/_ui/block'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { type TodayPart, today } from '@/db/caseload/today'
import { instantInWords, withWeekday } from '@/lib/day'
import { meetingAddress } from '../people/[personId]/meetings/address'
import { ConcernsToRead } from './concerns-to-read'
import { Meeting } from './meeting'
import { DraftsDue, HandoversDue, TasksDue } from './side'

export const metadata: Metadata = { title: 'Today' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What each part is called where it is missing. */
const partNames: Record<TodayPart, string> = {
  concerns: 'concerns about safety',
  meetings: 'appointments',
  unwritten: 'meetings still to be written down',
  handovers: 'hand-over steps',
  drafts: 'drafts to finish',
  draftsWaiting: 'drafts that wait',
  tasks: 'tasks',
  waiting: 'referrals',
}

export default async function Page({ searchParams }: Props) {
  const { saved } = await searchParams
  const day = await load(today, undefined, '/care/today')
  const missing = new Intl.ListFormat('en-GB').format(day.missing.map((part) => partNames[part]))
  return (
    <StaffPage actor={day.actor} current="/care/today">
      <Saved at={saved} />
      <PageHeading lede={withWeekday(day.today)}>Today</PageHeading>
      {missing && (
        <Notice kind="warning">
          Missing on this page just now: {missing}. The rest is complete.{' '}
          <Link href="/care/today">Load it again</Link>
        </Notice>
      )}
      <ConcernsToRead of={day.concerns ?? []} />
      <div className="fp-split">
        <section aria-labelledby="meetings">
          <h2 className="fp-h2" id="meetings">
            Appointments
          </h2>
          {day.meetings === null ? (
            <p>We could not load the appointments. They are kept; load the page again.</p>
          ) : day.meetings.length > 0 ? (
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
          {day.unwritten && day.unwritten.length > 0 && (
            <Block title="Still to be written down" id="unwritten">
              <ul className="fp-todo">
                {day.unwritten.map((one) => (
                  <li key={one.id}>
                    <p>
                      <Link href={`${meetingAddress({ personId: one.personId, meetingId: one.id })}/room`}>
                        {one.name}
                      </Link>
                    </p>
                    <p className="fp-quiet">{instantInWords(one.startsAt)}</p>
                  </li>
                ))}
              </ul>
            </Block>
          )}
          {day.handovers && <HandoversDue of={day.handovers} />}
          <DraftsDue of={day.drafts ?? []} waiting={day.draftsWaiting ?? []} />
          {day.tasks && <TasksDue of={day.tasks} />}
          {day.waiting !== null && (
            <Block title="Referrals" id="waiting">
              <p>
                <Link href="/care/referrals">{waitingInWords(day.waiting)}</Link>
              </p>
            </Block>
          )}
        </div>
      </div>
    </StaffPage>
  )
}

const waitingInWords = (waiting: number): string =>
  waiting === 0
    ? 'Nobody is waiting for a decision'
    : waiting === 1
      ? '1 young person waits for a decision'
      : `${waiting} young people wait for a decision`
