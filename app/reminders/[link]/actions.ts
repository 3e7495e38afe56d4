'use server'

import { redirect } from 'next/navigation'
import { formOf } from '@/app/_act/posted'
import { turnOffReminders as turnOff } from '@/db/access/turn-off-reminders'

/** A press on the page behind the link, never the link itself: mail programs open links to look at them. */
export const turnOffReminders = async (data: FormData): Promise<void> => {
  const known = await turnOff(String(formOf(data).get('link') ?? ''))
  redirect(known ? '/reminders/off' : '/reminders/not-known')
}
