import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { textHeld } from '@/app/_act/held-text'
import { sessionToken } from '@/app/_act/token'
import { PasswordField } from '@/app/_ui/fields/password-field'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { Shell } from '@/app/_ui/shell'
import { demonstrationAccounts } from '@/db/access/demonstration-accounts'
import { env } from '@/db/env'
import { signIn, signInElsewhere } from './actions'
import { Demonstration } from './demonstration'
import { nextPage, wantedPage } from './next-page'
import { PasskeyButton } from './passkey-button'
import { WhatYouWrote } from './what-you-wrote'

export const metadata: Metadata = { title: 'Sign in' }

type Search = Record<string, string | string[] | undefined>

export default async function SignIn({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams
  const to = wantedPage(search.to)
  const next = await nextPage(await sessionToken())
  if (next) redirect(next)
  const accounts = await demonstrationAccounts()
  // Only on the way from there: whoever signs out here later is not shown it.
  const held = await textHeld()
  const { OIDC_ISSUER, OIDC_NAME } = env()
  return (
    <Shell
      helpNowHref="/get-help-now"
      partnership={accounts[0]?.partnership}
      demonstration={accounts.length > 0}
    >
      <div className={accounts.length > 0 ? 'fp-split fp-split--signin' : 'fp-form-page'}>
        <div>
          <h1 className="nhsuk-heading-l">Sign in</h1>
          {search['signed-out'] === 'yes' && <Notice>You are signed out.</Notice>}
          {typeof search.to === 'string' && to !== '/' && (
            <p>Sign in to go on. You were signed out, or have not signed in yet.</p>
          )}
          {held?.page === to && (
            <WhatYouWrote
              held={held}
              then="You were signed out before it was saved. Sign in, and it is in the form again."
            />
          )}
          {(search.problem || search.error) && (
            <Notice kind="warning">
              That did not sign you in. If you are new here, your administrator can add you.
            </Notice>
          )}
          {OIDC_ISSUER && (
            <form action={signInElsewhere} className="fp-section">
              <input type="hidden" name="to" value={to} />
              <button className="fp-button-quiet" type="submit">
                Sign in with {OIDC_NAME}
              </button>
            </form>
          )}
          <Form
            action={signIn}
            submit="Sign in"
            pendingText="Signing in, please wait"
            hidden={{ to }}
            beside={<Link href="/help#cannot-sign-in">I cannot sign in</Link>}
          >
            <TextField
              name="email"
              label="E-mail or sign-in name"
              labelSize="plain"
              autoComplete="username webauthn"
              spellCheck={false}
            />
            <PasswordField
              name="password"
              label="Password"
              labelSize="plain"
              autoComplete="current-password"
            />
            <TextField
              name="code"
              label="Code"
              labelSize="plain"
              hint="The 6 digits from your authenticator app, or a recovery code. Leave it empty if you have not set one up."
              autoComplete="one-time-code"
              width={20}
              spellCheck={false}
            />
          </Form>
          <PasskeyButton to={to} />
        </div>
        {accounts.length > 0 && <Demonstration accounts={accounts} to={to} />}
      </div>
    </Shell>
  )
}
