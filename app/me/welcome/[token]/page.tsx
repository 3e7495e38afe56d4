import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { sessionToken } from '@/app/_act/token'
import { PasswordField } from '@/app/_ui/fields/password-field'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Shell } from '@/app/_ui/shell'
import { invitationState, welcomed } from '@/db/access/enter-invitation-code'
import { signingIn } from '@/db/access/signing-in'
import { deadLinkInWords } from '@/lib/access/invitation'
import { shortest } from '@/lib/access/password'
import { keptCode } from '../kept-code'
import { acceptInvitation, enterInvitationCode } from './actions'
import { PasskeyWelcome } from './passkey-button'

// The tab of a shared device says nothing of what this is.
export const metadata: Metadata = { title: 'Hello' }

/** Where the link of an invitation leads: the code given in person, then a way in of one's own. */
export default async function Welcome({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  if ((await signingIn(await sessionToken()))?.stage === 'in-room') redirect('/in-the-room')
  const code = await keptCode(token)
  const whose = code ? await welcomed(token, code) : undefined
  const state = await invitationState(token)
  return (
    <Shell youngPerson helpNowHref="/get-help-now">
      <div className="fp-form-page">
        {state !== 'open' ? (
          <>
            <PageHeading>This link is closed</PageHeading>
            <p>{deadLinkInWords[state]}</p>
            {state === 'used' && (
              <p>
                <Link href="/sign-in">Sign in</Link>
              </p>
            )}
          </>
        ) : whose?.kind === 'right' ? (
          <Choose token={token} name={whose.name} renewal={whose.renewal} />
        ) : (
          <Form action={enterInvitationCode} submit="Go on" pendingText="One moment" hidden={{ token }}>
            <PageHeading lede="Someone who helps you sent you this. They also gave you 6 numbers.">
              Hello
            </PageHeading>
            <TextField
              name="code"
              label="Your 6 numbers"
              hint="You can try 5 times."
              inputMode="numeric"
              autoComplete="one-time-code"
              width={10}
            />
          </Form>
        )}
      </div>
    </Shell>
  )
}

function Choose({ token, name, renewal }: { token: string; name: string; renewal: boolean }) {
  return (
    <>
      <PageHeading
        lede={
          renewal
            ? 'Choose a new way to sign in. The old one stops working.'
            : 'These pages are yours. Choose how you want to sign in.'
        }
      >
        Hello {name}
      </PageHeading>
      <PasskeyWelcome token={token} />
      <h2 className="fp-h2 fp-section">Use a name and a password</h2>
      <Form
        action={acceptInvitation}
        submit="Open my pages"
        pendingText="One moment"
        hidden={{ token }}
        label="With a name and a password"
      >
        <TextField
          name="signInName"
          label="A name to sign in with"
          hint="Make one up. Not your e-mail, and not your full name. Nobody else sees it."
          autoComplete="username"
          spellCheck={false}
          maxLength={60}
          width={20}
        />
        <PasswordField
          name="newPassword"
          label="A password"
          hint={`${shortest} letters or more. Three or four words that do not go together are easy to remember. Tell nobody.`}
          autoComplete="new-password"
        />
        <PasswordField name="repeatPassword" label="The password again" autoComplete="new-password" />
      </Form>
    </>
  )
}
