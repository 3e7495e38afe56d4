import type { Meeting } from '@/db/story/meeting-row'
import { dayOf, timeInWords, withWeekday } from '@/lib/day'
import { attendances, meetingWays } from '@/lib/story/meeting'

/** 'Thursday 27 May 2027, 14:00' */
export const whenInWords = (startsAt: Date): string =>
  `${withWeekday(dayOf(startsAt))}, ${timeInWords(startsAt)}`

/** 'Face to face, Northfield Library. Amira Hussain and Jo Pereira.' */
export const howInWords = ({
  how,
  place,
  with: worker,
  also,
}: Pick<Meeting, 'how' | 'place' | 'with' | 'also'>): string =>
  `${meetingWays[how]}${place ? `, ${place}` : ''}. ${worker}${also ? ` and ${also}` : ''}.`

/** What became of it, in a few words; empty while it is still to come. */
export const standingInWords = (meeting: Meeting, now: Date): string =>
  meeting.cancelledAt
    ? 'Cancelled'
    : meeting.attendance
      ? attendances[meeting.attendance]
      : meeting.startedAt || meeting.startsAt <= now
        ? 'Not written down yet'
        : ''
