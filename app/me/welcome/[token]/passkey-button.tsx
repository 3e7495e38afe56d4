'use client'

import { startRegistration } from '@simplewebauthn/browser'
import { newForm } from '@/app/_ui/form-state'
import { usePasskeyButton, usePasskeys } from '@/app/_ui/passkey'
import { acceptInvitationWithPasskey, beginInvitationPasskey } from './passkey-actions'

const closed = 'This page is too old. Reload it and type the 6 numbers again.'

/** The quick way in, where the browser has it: with it comes the word between it and the other way. */
export function PasskeyWelcome({ token }: { token: string }) {
  const ready = usePasskeys()
  const { press, pending, problem } = usePasskeyButton(async () => {
    const options = await beginInvitationPasskey(token)
    if (!options) return closed
    const answer = await startRegistration({ optionsJSON: options })
    const data = new FormData()
    data.set('answer', JSON.stringify(answer))
    data.set('token', token)
    const state = await acceptInvitationWithPasskey(newForm, data)
    return state.status === 'failed' ? state.message : undefined
  })
  if (!ready) return null
  return (
    <section className="fp-section" aria-labelledby="quick">
      <h2 className="fp-h2" id="quick">
        Use this phone or computer
      </h2>
      <p>
        You sign in with your finger, your face or your screen lock. Nothing to remember. It is called a
        passkey.
      </p>
      <p>Only do this on something that is yours, and that nobody else can unlock.</p>
      <button className="fp-button-quiet" type="button" onClick={press} disabled={pending}>
        {pending ? 'One moment' : 'Make a passkey'}
      </button>
      <p role="status">{problem}</p>
    </section>
  )
}
