import { instantInWords } from '@/lib/day'

type Run = { ranAt: Date; wentWell: boolean; words: string } | undefined

/** The runner looks each minute: silent for longer than this, it is not there. */
const silence = 5 * 60_000

/** How the runner is doing, and what is wrong if something is. */
export function jobsInWords(ranAt: Date | null, now: Date): { said: string; trouble?: string } {
  if (!ranAt)
    return { said: 'Not yet', trouble: 'The jobs have never run. No reminder is sent until they do.' }
  const said = instantInWords(ranAt)
  if (now.getTime() - ranAt.getTime() <= silence) return { said }
  return { said, trouble: `The jobs have not run since ${said}. No reminder is sent until they do.` }
}

/** Whether mail can go out. @param looked the last look for what is due; @param sent the last letter that was tried */
export function mailInWords(looked: Run, sent: Run): { said: string; trouble?: string } {
  if (looked?.words === 'no-mail-server')
    return {
      said: 'No mail server is set',
      trouble:
        'No mail server is set, so reminders wait. Whoever runs the service sets SMTP_URL and MAIL_FROM.',
    }
  if (!sent) return { said: 'Nothing sent yet' }
  if (sent.wentWell) return { said: `Last taken by the mail server, ${instantInWords(sent.ranAt)}` }
  return {
    said: 'Not taken',
    trouble: `The mail server could not be reached or did not let us in, ${instantInWords(sent.ranAt)}. It is tried again each minute.`,
  }
}
