import { outside } from './outside'
import { hashOfToken, tokenForm } from './session-token'

/**
 * The link in a reminder: whoever has it turns off the reminders of the one it was sent to. It opens nothing and says
 * nothing about anybody.
 * @returns whether the link is one of ours
 */
export async function turnOffReminders(link: string): Promise<boolean> {
  if (!tokenForm.test(link)) return false
  const { rows } = await outside(undefined, (client) =>
    client.query<{ done: boolean }>('select app.turn_off_reminders($1) as done', [hashOfToken(link)]),
  )
  return rows[0]?.done ?? false
}
