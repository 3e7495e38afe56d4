import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { keepReminders, remindersForm } from './keep-reminders'

/** Whether somebody is to be reminded of meetings, as they said when asked, and what that means for the meetings already booked. */
export const changeReminders = act('changeReminders', remindersForm, async (ctx, form) => {
  const { personId, episode } = await identityOf(ctx, form.personId)
  return { personId, onTheirWay: await keepReminders(ctx, { personId, episodeId: episode.id }, form) }
})
