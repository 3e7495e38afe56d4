'use client'

import { startAuthentication } from '@simplewebauthn/browser'
import { newForm } from '@/app/_ui/form-state'
import { usePasskeyButton, usePasskeys } from '@/app/_ui/passkey'
import { beginPasskeySignIn, signInWithPasskey } from './passkey-actions'

/** Needs script and a browser that knows passkeys; where there is none of it, there is no button. */
export function PasskeyButton({ to }: { to: string }) {
  const ready = usePasskeys()
  const { press, pending, problem } = usePasskeyButton(async () => {
    const answer = await startAuthentication({ optionsJSON: await beginPasskeySignIn() })
    const data = new FormData()
    data.set('answer', JSON.stringify(answer))
    data.set('to', to)
    const state = await signInWithPasskey(newForm, data)
    return state.status === 'failed' ? state.message : undefined
  })
  if (!ready) return null
  return (
    <div className="fp-section">
      <button className="fp-button-quiet" type="button" onClick={press} disabled={pending}>
        {pending ? 'One moment' : 'Sign in with a passkey'}
      </button>
      <p role="status">{problem}</p>
      <p className="fp-small fp-quiet">For young people, parents and carers who have made one.</p>
    </div>
  )
}
