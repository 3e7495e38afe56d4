import { act } from '@/db/act'
import { keepReminders, remindersForm } from '@/db/outbox/keep-reminders'
import { invalid } from '@/lib/errors'
import { ownIdentity } from './own'

const input = remindersForm.pick({ version: true, reminders: true, hoursBefore: true, placeInCalendar: true })

/** A young person turns reminders of their meetings on or off. Off holds at once. */
export const changeMyReminders = act('changeMyReminders', input, async (ctx, form) => {
  const { personId, episode } = await ownIdentity(ctx)
  if (form.reminders === 'yes') {
    const { rows } = await ctx.client.query("select 1 from people where id = $1 and btrim(email) <> ''", [
      personId,
    ])
    if (!rows[0])
      throw invalid({ reminders: 'We have no e-mail address for you. Give it to your worker first.' })
  }
  const episodeId = episode.id
  const onTheirWay = await keepReminders(
    ctx,
    { personId, episodeId },
    { ...form, personId, relationshipId: '', email: '', agreed: false },
  )
  return { onTheirWay }
})
