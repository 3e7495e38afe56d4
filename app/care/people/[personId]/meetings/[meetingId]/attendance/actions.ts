'use server'

import { formAction } from '@/app/_act/form-action'
import { recordAttendance as recordAttendanceAct } from '@/db/story/record-attendance'

export const recordAttendance = formAction(recordAttendanceAct, {
  to: ({ personId }) => `/care/people/${personId}/story`,
})
