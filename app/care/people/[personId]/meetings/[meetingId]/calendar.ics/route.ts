import { calendarAnswer } from '@/app/_act/calendar-answer'
import { sessionToken } from '@/app/_act/token'
import { meetingCalendar } from '@/db/outbox/reads'

type Props = { params: Promise<{ personId: string; meetingId: string }> }

/** One meeting for a calendar: "Meeting" and when. */
export const GET = async (_: Request, { params }: Props): Promise<Response> =>
  calendarAnswer(await meetingCalendar(await sessionToken(), await params))
