import { z } from 'zod'
import { day } from '@/lib/day'
import { id } from '@/lib/id'
import { optionalText, ticked } from '@/lib/parse'
import { meetingWay, timeOfDay } from './meeting'

export const minutes = z.coerce
  .number({ error: 'Enter how many minutes.' })
  .int('Enter whole minutes.')
  .min(5, 'Enter 5 minutes or more.')
  .max(480, 'Enter 480 minutes or fewer.')
  .default(50)

/** What is asked whenever a meeting is booked or moved: when, where, who, and how to reach each other. */
export const bookingFields = {
  on: day,
  at: timeOfDay,
  minutes,
  how: meetingWay,
  place: optionalText,
  contactWords: optionalText,
  withStaffId: id,
  alsoStaffId: z.union([id, z.literal('')]).default(''),
  whoElse: optionalText,
  /** They know that somebody has another meeting then. */
  evenSo: ticked,
}

/** Whether a change is for all who come to the same meeting, or for one of them. */
export const othersToo = z
  .enum(['yes', 'no'])
  .default('no')
  .transform((sent) => sent === 'yes')

export const notTwice = {
  check: (form: { withStaffId: string; alsoStaffId: string }) => form.alsoStaffId !== form.withStaffId,
  says: { error: 'Choose somebody else, or nobody.', path: ['alsoStaffId'] },
}
