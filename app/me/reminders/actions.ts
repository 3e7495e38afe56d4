'use server'

import { formAction } from '@/app/_act/form-action'
import { changeMyReminders as changeMyRemindersAct } from '@/db/me/change-my-reminders'

export const changeMyReminders = formAction(changeMyRemindersAct, { to: () => '/me/reminders' })
