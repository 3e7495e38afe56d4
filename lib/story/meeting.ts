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
