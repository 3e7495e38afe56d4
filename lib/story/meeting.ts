import { z } from 'zod'

/** How attendance is said. Children are brought, or not brought; nobody "fails" to attend. */
export const attendances = {
  came: 'Came',
  'could-not-come': 'Could not come',
  'did-not-come': 'Did not come',
  'was-not-brought': 'Was not brought',
} as const
export type Attendance = keyof typeof attendances
export const attendance = z.enum(Object.keys(attendances) as [Attendance, ...Attendance[]], {
  error: 'Choose what happened.',
})

export const meetingWays = {
  'face-to-face': 'Face to face',
  video: 'Video call',
  phone: 'Phone call',
  messages: 'Messages',
} as const
export type MeetingWay = keyof typeof meetingWays
export const meetingWay = z.enum(Object.keys(meetingWays) as [MeetingWay, ...MeetingWay[]], {
  error: 'Choose how you will meet.',
})

/** '14:05' or '9:30'; what people type on a phone. */
export const timeOfDay = z
  .string()
  .trim()
  .transform((text) => text.replace('.', ':').padStart(5, '0'))
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), { error: 'Enter a time such as 14:05.' })

/** Why a meeting is cancelled. Who asked matters: what the young person wants is never put on them as a failing. */
export const cancelReasons = {
  'they-asked': 'They asked, or somebody asked for them',
  'we-could-not': 'We could not be there',
  'not-needed': 'It is not needed now',
  'by-mistake': 'It was booked by mistake',
} as const
export type CancelReason = keyof typeof cancelReasons
export const cancelReason = z.enum(Object.keys(cancelReasons) as [CancelReason, ...CancelReason[]], {
  error: 'Choose why it is cancelled.',
})

/** What decides what may still be done with a meeting. */
type Standing = {
  startsAt: Date
  startedAt: Date | null
  attendance: Attendance | null
  cancelledAt: Date | null
}

/** @returns why it cannot be moved or cancelled any more, or null when it can */
export const settled = ({ startedAt, attendance, cancelledAt }: Omit<Standing, 'startsAt'>): string | null =>
  cancelledAt
    ? 'This meeting was cancelled. Book another one.'
    : attendance
      ? 'Who came to this meeting is written down already. Book another one.'
      : startedAt
        ? 'This meeting has started. Write down what happened, and book another one there.'
        : null

/** Time has come: it was started, or its time is past. Before that nobody can say who came. */
export const hasBegun = ({ startsAt, startedAt }: Pick<Standing, 'startsAt' | 'startedAt'>, now: Date) =>
  startedAt !== null || startsAt <= now
