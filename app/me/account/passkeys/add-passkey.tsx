'use client'

import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { unstable_rethrow } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import { v4 } from 'uuid'
import { PasswordField } from '@/app/_ui/fields/password-field'
import { TextField } from '@/app/_ui/fields/text-field'
import { FormContext } from '@/app/_ui/form-context'
import { newForm } from '@/app/_ui/form-state'
import { usePasskeys, whyNoPasskey } from '@/app/_ui/passkey'
import { beginPasskeySignIn } from '@/app/sign-in/passkey-actions'
import { addPasskey, beginPasskey } from './actions'

type Failed = { message?: string; fields: Record<string, string> }

/** In turn: it is them (password, or a passkey that is there), the device makes a passkey, it is kept. */
export function AddPasskey({ asksPassword }: { asksPassword: boolean }) {
  const ready = usePasskeys()
  const [failure, setFailure] = useState<Failed>({ fields: {} })
  const [pending, start] = useTransition()
  if (!ready) return <p>To add one, open this page in a browser that knows passkeys.</p>
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    start(async () => {
      setFailure({ fields: {} })
      try {
        const first = new FormData()
        first.set('idempotencyKey', v4())
        if (asksPassword) first.set('currentPassword', String(form.get('currentPassword') ?? ''))
        else {
          const proof = await startAuthentication({ optionsJSON: await beginPasskeySignIn() })
          first.set('proof', JSON.stringify(proof))
        }
        const begun = await beginPasskey(newForm, first)
        if (begun.status === 'failed') return setFailure(begun)
        if (begun.status !== 'ask') return
        const answer = await startRegistration({ optionsJSON: begun.options })
        const second = new FormData()
        second.set('idempotencyKey', v4())
        second.set('answer', JSON.stringify(answer))
        second.set('name', String(form.get('name') ?? ''))
        const added = await addPasskey(newForm, second)
        if (added.status === 'failed') setFailure(added)
      } catch (error) {
        unstable_rethrow(error)
        setFailure({ message: whyNoPasskey(error), fields: {} })
      }
    })
  }
  return (
    <form className="fp-section" onSubmit={send} aria-busy={pending || undefined} noValidate>
      <h2 className="fp-h2">Add a passkey</h2>
      <p>Only on a phone or computer that is yours, and that nobody else can unlock.</p>
      <FormContext value={{ errors: failure.fields, values: {}, theirs: {}, prefix: '' }}>
        {asksPassword && <PasswordField name="currentPassword" label="Your password" />}
        <TextField
          name="name"
          label="What is this device?"
          hint="For example: my phone."
          optional
          maxLength={60}
        />
      </FormContext>
      <p role="alert">{failure.message}</p>
      <button className="nhsuk-button" type="submit" disabled={pending}>
        {pending ? 'One moment' : 'Add a passkey'}
      </button>
    </form>
  )
}
