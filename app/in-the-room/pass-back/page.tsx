import { redirect } from 'next/navigation'
import { sessionToken } from '@/app/_act/token'
import { PasswordField } from '@/app/_ui/fields/password-field'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { nextPage } from '@/app/sign-in/next-page'
import { type PassingBack, passingBack } from '@/db/access/pass-back'
import { passBack } from '../actions'
import { inRoomAddress, meetingOf } from '../address'
import { InRoomFrame } from '../frame'

export const metadata = { title: 'Pass the screen back' }

const asked: Record<'password' | 'code' | 'either', string> = {
  password: 'Worker: your password',
  code: 'Worker: the 6 digits from your authenticator app',
  either: 'Worker: your password, or the 6 digits from your authenticator app',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** After saving, or instead of it: the worker shows that it is them. */
export default async function PassBack({ searchParams }: Props) {
  const search = await searchParams
  const token = await sessionToken()
  const by = await passingBack(token)
  if (!by) redirect((await nextPage(token)) ?? '/sign-in')
  const meeting = meetingOf(search.meeting)
  return (
    <InRoomFrame demonstration={by === 'press'}>
      <div className="fp-form-page">
        <h1>{search.thanks === 'yes' ? 'Thank you. Pass the screen back.' : 'Pass the screen back'}</h1>
        {search.thanks === 'yes' && <p>What you said is saved.</p>}
        <Ask by={by} meeting={meeting} />
        <p className="fp-section">
          <Link href={inRoomAddress('', meeting)}>Back to the goals</Link>
        </p>
      </div>
    </InRoomFrame>
  )
}

function Ask({ by, meeting }: { by: PassingBack; meeting: string | undefined }) {
  const hidden: Record<string, string> = meeting ? { meetingId: meeting } : {}
  if (by === 'again')
    return (
      <form action="/sign-out" method="post">
        <p>
          Worker: you sign in with your organisation, so there is nothing to ask here. Sign out, then sign in
          again.
        </p>
        <button className="nhsuk-button" type="submit">
          Sign out
        </button>
      </form>
    )
  return (
    <Form action={passBack} submit="Pass back" pendingText="One moment" hidden={hidden}>
      {by === 'press' ? (
        <p>
          In the demonstration one press passes the screen back. Elsewhere the worker’s password or code is
          asked here.
        </p>
      ) : (
        <PasswordField name="password" label={asked[by]} />
      )}
    </Form>
  )
}
