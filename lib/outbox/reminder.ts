import { type Day, dayOf, daysBetween, timeInWords, withWeekday } from '@/lib/day'

/** Why a reminder was not sent. Each is said to whoever looks; none is silent. */
export const whyNotInWords = {
  demonstration: 'The demonstration never sends anything.',
  cancelled: 'The meeting was cancelled.',
  moved: 'The meeting was moved; the new time has a reminder of its own.',
  'turned-off': 'Reminders were turned off.',
  'no-address': 'There is no e-mail address to send to.',
  died: 'Nobody is reminded after a death.',
  'no-open-episode': 'Their time here has ended.',
  'no-longer-close': 'This parent or carer is no longer part of the record.',
  'not-allowed': 'The young person no longer lets this parent or carer know about meetings.',
  'once-a-week': 'There was a reminder within the last seven days, and there is never more than one a week.',
  'too-late': 'It was too late for a reminder.',
  refused: 'The mail server does not take mail for this address.',
  unreachable: 'The mail server could not be reached before the meeting.',
  unsure:
    'The service stopped while it was handing this to the mail server. It may have arrived. It is not sent twice.',
} as const
export type WhyNot = keyof typeof whyNotInWords

export const outboxStates = {
  waiting: 'Waiting',
  sending: 'Being sent',
  sent: 'Sent',
  'not-sent': 'Not sent',
} as const
export type OutboxState = keyof typeof outboxStates

/** What is true at the moment of sending; nothing of it was kept from when the reminder was written. */
export type Facts = {
  demonstration: boolean
  meeting: { startsAt: Date; cancelled: boolean }
  /** The beginning the reminder was written for. */
  promised: Date
  /** What they said when last asked; null where there is no answer. */
  reminders: boolean | null
  email: string
  diedOn: Day | null
  episode: 'waiting' | 'open' | 'declined' | 'ended'
  /** For a parent or carer: until when they were part of the record. */
  relationshipEndedOn: Day | null
  /** For a parent or carer: the young person once let them know about meetings, and took that back. */
  takenBack: boolean
  dueAt: Date
  /** When the last reminder to the same recipient was due. */
  lastDueAt: Date | null
  now: Date
}

/** Whether a reminder may go out now. @returns the reason why not, or null */
export function whyNot(facts: Facts): WhyNot | null {
  if (facts.demonstration) return 'demonstration'
  if (facts.diedOn !== null) return 'died'
  if (facts.meeting.cancelled) return 'cancelled'
  if (facts.meeting.startsAt.getTime() !== facts.promised.getTime()) return 'moved'
  if (facts.episode === 'ended' || facts.episode === 'declined') return 'no-open-episode'
  if (facts.relationshipEndedOn !== null) return 'no-longer-close'
  if (facts.takenBack) return 'not-allowed'
  if (facts.reminders !== true) return 'turned-off'
  if (facts.email === '') return 'no-address'
  if (facts.meeting.startsAt <= facts.now) return 'too-late'
  if (facts.lastDueAt && tooSoonAfter(facts.lastDueAt, facts.dueAt)) return 'once-a-week'
  return null
}

/** By calendar days, so that a meeting at the same time each week has a reminder each week, whatever the clocks do. */
const tooSoonAfter = (last: Date, due: Date) => Math.abs(daysBetween(dayOf(last), dayOf(due))) < 7

/** Minutes to wait after each try that the mail server did not answer or put off. */
const waits = [1, 5, 15, 60, 240]
export const nextTry = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + 60_000 * waits[Math.min(attempts, waits.length) - 1]!)

/** How long a message may be on its way before nobody can still be sending it. */
export const sendingLimit = { minutes: 10 }

export const reminderSubject = 'A reminder'

/**
 * What a reminder says: that there is a meeting, and when. No name, no place, and nothing that says what kind of service
 * it is: somebody else may read it.
 */
export const reminderText = (startsAt: Date, signIn: string, stop: string): string =>
  `You have a meeting on ${withWeekday(dayOf(startsAt)).replace(/ \d{4}$/, '')} at ${timeInWords(startsAt)}. Sign in to see more.

${signIn}

To stop these reminders: ${stop}
`
