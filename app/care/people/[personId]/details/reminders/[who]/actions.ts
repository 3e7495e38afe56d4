'use server'

import { formAction } from '@/app/_act/form-action'
import { changeReminders as changeRemindersAct } from '@/db/outbox/change-reminders'

export const changeReminders = formAction(changeRemindersAct, {
  to: ({ personId }) => `/care/people/${personId}/details/reminders`,
})
