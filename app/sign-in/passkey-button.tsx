'use client'

import { startAuthentication } from '@simplewebauthn/browser'
import { unstable_rethrow } from 'next/navigation'
import { useState, useTransition } from 'react'
import { newForm } from '@/app/_ui/form-state'
import { usePasskeys, whyNoPasskey } from '@/app/_ui/passkey'
import { beginPasskeySignIn, signInWithPasskey } from './passkey-actions'

/** Needs script and a browser that knows passkeys; where there is none of it, there is no button. */
export function PasskeyButton({ to }: { to: string }) {
  const ready = usePasskeys()
  const [problem, setProblem] = useState('')
  const [pending, start] = useTransition()
  if (!ready) return null
  const press = () =>
    start(async () => {
      setProblem('')
      try {
        const answer = await startAuthentication({ optionsJSON: await beginPasskeySignIn() })
        const data = new FormData()
        data.set('answer', JSON.stringify(answer))
        data.set('to', to)
        const state = await signInWithPasskey(newForm, data)
        if (state.status === 'failed') setProblem(state.message ?? '')
      } catch (error) {
        unstable_rethrow(error)
        setProblem(whyNoPasskey(error))
      }
    })
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
