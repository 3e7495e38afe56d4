import { meetingFile } from '@/db/outbox/calendar-of'
import { read } from '@/db/read'
import { ownIdentity } from './own'

/** One of their own meetings as a file for a calendar. It says "Meeting" and when; the place only where they asked for it. */
export const myMeetingCalendar = read(
  'myMeetingCalendar',
  async (ctx, { meetingId }: { meetingId: string }) => {
    const { personId } = await ownIdentity(ctx)
    return meetingFile(ctx, personId, meetingId)
  },
)
