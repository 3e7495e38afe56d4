import type { Metadata } from 'next'
import { Shell } from '@/app/_ui/shell'
import { turnOffReminders } from './actions'

export const metadata: Metadata = { title: 'Reminders' }

type Props = { params: Promise<{ link: string }> }

/** Behind the link in a reminder. It asks nobody to sign in and shows nothing about anybody. */
export default async function TurnOffReminders({ params }: Props) {
  const { link } = await params
  return (
    <Shell youngPerson helpNowHref="/get-help-now">
      {link === 'off' ? (
        <>
          <h1>No more reminders</h1>
          <p>We will not send you any more. You can ask for them again when you next meet.</p>
        </>
      ) : link === 'not-known' ? (
        <>
          <h1>This link does not work</h1>
          <p>
            Part of it may be missing. Copy the whole link from the e-mail, or tell the people who help you.
          </p>
        </>
      ) : (
        <>
          <h1>Stop the reminders?</h1>
          <p>We will not send you any more e-mails about meetings.</p>
          <form action={turnOffReminders}>
            <input type="hidden" name="link" value={link} />
            <button className="nhsuk-button" type="submit">
              Stop the reminders
            </button>
          </form>
        </>
      )}
    </Shell>
  )
}
