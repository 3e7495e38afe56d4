'use client'

import { signInAgain } from '@/app/sign-in/actions'
import { PasswordField } from '../fields/password-field'
import { TextField } from '../fields/text-field'
import { Form } from '../form'
import type { FormAction } from '../form-state'
import { Dialog } from './dialog'

type Props = {
  drawnFor: string
  name: string
  role: string
  /** Somebody else has signed in meanwhile. */
  another: boolean
  onSignedIn: () => void
  /** Signed in elsewhere, in another tab: look again. */
  onLook: () => void
}

/** Over the page, so that nothing on it is lost, and covering it, so that nothing on it is read by who comes by. */
export default function SignInAgain({ drawnFor, name, role, another, onSignedIn, onLook }: Props) {
  const action: FormAction = async (state, data) => {
    const next = await signInAgain(state, data)
    if (next.status === 'done') onSignedIn()
    return next
  }
  return (
    <Dialog title="Sign in to go on" covers>
      <p>
        {another
          ? `Somebody else has signed in here. This page belongs to ${name}, and only they can go on with it.`
          : `You were signed out. Nothing you wrote on this page is lost, ${name}.`}
      </p>
      <Form
        action={action}
        id="again"
        submit="Sign in"
        pendingText="Signing in, please wait"
        hidden={{ who: drawnFor, role }}
        label="Sign in again"
      >
        <PasswordField name="password" label="Password" labelSize="plain" autoComplete="current-password" />
        <TextField
          name="code"
          label="Code"
          labelSize="plain"
          hint="The 6 digits from your authenticator app, if you have set one up."
          autoComplete="one-time-code"
          width={20}
          spellCheck={false}
        />
      </Form>
      <p className="fp-small fp-after">
        No password?{' '}
        <a href="/sign-in" target="_blank" rel="noreferrer">
          Sign in in another tab
        </a>
        , then{' '}
        <button className="fp-link-button" type="button" onClick={onLook}>
          go on here
        </button>
        .
      </p>
    </Dialog>
  )
}
