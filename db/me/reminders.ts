import { read } from '@/db/read'
import { ownIdentity } from './own'

/** Whether they are reminded of their meetings, and to which address. Version 0 where nobody has asked them. */
export const myReminders = read('myReminders', async (ctx, _: undefined) => {
  const { personId } = await ownIdentity(ctx)
  const { rows } = await ctx.client.query<{
    reminders: boolean | null
    hoursBefore: number
    placeInCalendar: boolean
    version: number
    email: string
  }>({
    name: 'my-reminders',
    text: `select c.reminders, coalesce(c.hours_before, 24) as "hoursBefore", coalesce(c.place_in_calendar, false) as "placeInCalendar",
        coalesce(c.version, 0) as version, btrim(p.email) as email
      from people p left join contact_preferences c
        on c.partnership_id = p.partnership_id and c.person_id = p.id and c.relationship_id is null
      where p.id = $1`,
    values: [personId],
  })
  return { actor: ctx.actor, ...rows[0]! }
})
