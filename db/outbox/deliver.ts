import { setTimeout as wait } from 'node:timers/promises'
import { hashOfToken, newToken } from '@/db/access/session-token'
import { env } from '@/db/env'
import type { Result } from '@/lib/errors'
import { newId } from '@/lib/id'
import { reminderSubject, reminderText } from '@/lib/outbox/reminder'
import { beginReminder, hashOfAddress } from './begin-reminder'
import { calendarOf } from './calendar-of'
import { noteReminder } from './note-reminder'
import { hand, openPost, type Post } from './post'
import { reminderToSend } from './reads'

/**
 * One reminder on its way: the mail server first (so that what it may refuse to do is known before anything begins), then
 * what the reminder says now, then the last look that marks it as leaving, then the letter, then what became of it.
 * Stopped before the mark it is simply still waiting; stopped after it, it is never sent again and says that it may have
 * arrived.
 * @param token of the system actor
 */
export async function deliver(token: string, id: string, post: Post): Promise<void> {
  const connection = await openPost(post)
  try {
    for (let looks = 0; looks < 3; looks++) {
      const { why, waiting, to, meeting } = certain(await reminderToSend(token, { id }))
      if (!waiting) return
      const stop = newToken()
      const begin = newId()
      const begun = await insist(() =>
        beginReminder(
          token,
          { id, addressHash: hashOfAddress(to), stopHash: hashOfToken(stop).toString('hex') },
          begin,
        ),
      )
      if (begun.changed) continue
      if (!begun.go || why) return
      const signIn = env().AUTH_URL ?? ''
      const letter = {
        id,
        to,
        subject: reminderSubject,
        text: reminderText(meeting.startsAt, signIn, `${signIn}/reminders/${stop}`),
        calendar: calendarOf(meeting),
      }
      const answer = await hand(connection, letter, post)
      const note = newId()
      await insist(() => noteReminder(token, { id, answer }, note))
      return
    }
  } finally {
    connection.close()
  }
}

/** A reminder of which no letter can come any more: it says why. */
export async function putAway(token: string, id: string): Promise<void> {
  const none = '0'.repeat(64)
  const key = newId()
  await insist(() => beginReminder(token, { id, addressHash: none, stopHash: none }, key))
}

const certain = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new Error(`The outbox answered: ${result.failure.kind}`)
}

/**
 * The same act with the same key until the database answers: an answer lost on the way is then the answer given before,
 * and not a second act.
 */
async function insist<T>(act: () => Promise<Result<T>>): Promise<T> {
  for (const until = Date.now() + 120_000; ; await wait(500)) {
    const result = await act()
    if (result.ok || result.failure.kind !== 'unavailable' || Date.now() > until) return certain(result)
  }
}
