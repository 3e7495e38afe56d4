import { load } from '@/app/_act/load'
import { Form } from '@/app/_ui/form'
import { OwnPage } from '@/app/_ui/own-page'
import { Saved } from '@/app/_ui/saved'
import { SummaryList } from '@/app/_ui/summary-list'
import { endSession } from '@/app/account/actions'
import { type Account, myAccount } from '@/db/access/reads'
import { instantInWords, timeInWords } from '@/lib/day'
import { newId } from '@/lib/id'

export const metadata = { title: 'How you sign in' }

type Props = { searchParams: Promise<{ saved?: string | string[] }> }

/** How a young person, a parent or a carer signs in, and where they are signed in. */
export default async function HowYouSignIn({ searchParams }: Props) {
  const { saved } = await searchParams
  const mine = await load(myAccount, undefined, '/me/account')
  const count = mine.passkeys.length
  return (
    <OwnPage actor={mine.actor}>
      <Saved at={saved} />
      <h1>How you sign in</h1>
      <SummaryList
        rows={[
          { label: 'Your sign-in name', value: mine.signInName || 'None. You sign in with a passkey.' },
          {
            label: 'Password',
            value: mine.hasPassword ? 'Only you know it' : 'None',
            change: mine.hasPassword ? { href: '/me/account/password' } : undefined,
          },
          {
            label: 'Passkeys',
            value: count === 0 ? 'None' : mine.passkeys.map(({ name }) => name).join(', '),
            change: { href: '/me/account/passkeys', label: count === 0 ? 'Add' : 'Change' },
          },
        ]}
      />
      <Sessions mine={mine} />
      <section className="fp-section" aria-labelledby="forgotten">
        <h2 className="fp-h2" id="forgotten">
          If you forget, or somebody else gets in
        </h2>
        <p>
          Tell someone who helps you. They can give you a new way in when you meet. Nobody can see your
          password.
        </p>
      </section>
    </OwnPage>
  )
}

function Sessions({ mine }: { mine: Account }) {
  return (
    <section className="fp-section" aria-labelledby="sessions">
      <h2 className="fp-h2" id="sessions">
        Where you are signed in
      </h2>
      <ul className="nhsuk-list fp-list">
        {mine.sessions.map((session) => (
          <li key={session.id}>
            <p>
              {session.here ? <b>Here</b> : <b>Somewhere else</b>}, since {instantInWords(session.from)}.
              {!session.here && ` Last used ${instantInWords(session.seen)}.`}
            </p>
            {!session.here && (
              <Form
                action={endSession}
                submit="Sign out there"
                tone="quiet"
                idempotencyKey={newId()}
                hidden={{ sessionId: session.id }}
                id={`end-${session.id}`}
                label={`Sign out where you signed in at ${timeInWords(session.from)}`}
              />
            )}
          </li>
        ))}
      </ul>
      <form action="/sign-out" method="post">
        <button className="fp-button-quiet" type="submit">
          Sign out here
        </button>
      </form>
    </section>
  )
}
