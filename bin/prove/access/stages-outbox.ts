import { beginReminder, hashOfAddress } from '@/db/outbox/begin-reminder'
import { changeReminders } from '@/db/outbox/change-reminders'
import { noteReminder } from '@/db/outbox/note-reminder'
import { settleReminder } from '@/db/outbox/settle-reminder'
import { sql } from '@/tests/build/sql'
import { recordIn, type Scene, staged } from './scene'

/** Somebody who wants reminders, with one that is due. */
const due = async (s: Scene) => {
  const record = await recordIn(s)
  await record.wantsReminders()
  const meetingId = await record.meeting(new Date(Date.now() + 24 * 3_600_000))
  return { record, id: await record.reminder(meetingId) }
}

/** One that was being sent when the service stopped. */
const hanging = async (s: Scene) => {
  const { id } = await due(s)
  await sql(`update outbox set state = 'sending', sending_at = now() - interval '1 hour' where id = $1`, [id])
  return id
}

/** Asking about reminders, and the job runner's own acts. */
export const outboxStages = [
  staged(changeReminders, async (s) => {
    const record = await recordIn(s)
    await sql(`update people set email = 'somebody@example.test' where id = $1`, [record.personId])
    return { personId: record.personId, version: 0, reminders: 'yes' as const }
  }),
  staged(beginReminder, async (s) => {
    const { record, id } = await due(s)
    const address = `${record.word}@mail.example.test`
    return { id, addressHash: hashOfAddress(address), stopHash: '0'.repeat(64) }
  }),
  staged(noteReminder, async (s) => ({ id: await hanging(s), answer: 'taken' as const })),
  staged(settleReminder, async (s) => ({ id: await hanging(s) })),
]
