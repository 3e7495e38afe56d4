import type { SummaryRow } from '@/app/_ui/summary-list'
import type { Meeting } from '@/db/story/meeting-row'
import { timeInWords } from '@/lib/day'
import { attendances, cancelReasons } from '@/lib/story/meeting'

/** What is known of a meeting beside when, where and with whom; what was left empty is not shown. */
export const meetingFacts = (meeting: Meeting, page: string): SummaryRow[] => {
  const rows: (SummaryRow | false)[] = [
    { label: 'How long', value: `${meeting.minutes} minutes` },
    meeting.contactWords !== '' && { label: 'How to reach each other', value: meeting.contactWords },
    meeting.whoElse !== '' && { label: 'Who else comes', value: meeting.whoElse },
    meeting.together && { label: 'Together', value: 'With others' },
    meeting.startedAt !== null && { label: 'Started', value: timeInWords(meeting.startedAt) },
    meeting.attendance !== null && {
      label: 'Who came',
      value: [attendances[meeting.attendance], meeting.attendanceWords].filter(Boolean).join('. '),
      change: { href: `${page}/attendance`, label: 'Correct' },
    },
    meeting.cancelledAt !== null && {
      label: 'Cancelled because',
      value: [
        meeting.cancelledBecause ? cancelReasons[meeting.cancelledBecause] : 'Something it belonged to ended',
        meeting.cancelledWords,
        meeting.cancelledBy && `Written down by ${meeting.cancelledBy}`,
      ]
        .filter(Boolean)
        .join('. '),
    },
  ]
  return rows.filter((row) => row !== false)
}
