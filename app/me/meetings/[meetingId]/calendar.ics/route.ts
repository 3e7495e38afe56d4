import { calendarAnswer } from '@/app/_act/calendar-answer'
import { sessionToken } from '@/app/_act/token'
import { myMeetingCalendar } from '@/db/me/calendar'

type Props = { params: Promise<{ meetingId: string }> }

/** One of their own meetings for a calendar: "Meeting" and when. */
export const GET = async (_: Request, { params }: Props): Promise<Response> =>
  calendarAnswer(await myMeetingCalendar(await sessionToken(), await params))
