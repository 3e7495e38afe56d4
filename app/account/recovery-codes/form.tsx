'use client'

import { useActionState, useEffect, useRef } from 'react'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { PasswordField } from '@/app/_ui/fields/password-field'
import { FormContext } from '@/app/_ui/form-context'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { renewRecoveryCodes } from '../actions'
import type { RecoveryCodesState } from './state'

type Props = { idempotencyKey: string; asksPassword: boolean }

/** The codes come back in the answer to the form and are never in a page that can be opened again. */
export function RecoveryCodesForm({ idempotencyKey, asksPassword }: Props) {
  const [state, send, pending] = useActionState<RecoveryCodesState, FormData>(renewRecoveryCodes, {
    status: 'new',
  })
  const shown = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const failure = state.status === 'failed' ? state : undefined
  useEffect(() => {
    if (state.status === 'shown') shown.current?.focus()
    if (state.status === 'failed') summary.current?.focus()
  }, [state])
  if (state.status === 'shown')
    return (
      <section className="fp-section" aria-labelledby="codes">
        <h2 className="fp-h2" id="codes" ref={shown} tabIndex={-1}>
          Your recovery codes
        </h2>
        <Notice kind="warning">They are shown only now. Print them or write them down.</Notice>
        <ol className="nhsuk-list nhsuk-list--number">
          {state.codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p>Keep them where only you can reach them, and not on the phone that has your authenticator app.</p>
        <p>
          <Link className="nhsuk-button" href="/">
            I have kept them
          </Link>
        </p>
      </section>
    )
  return (
    <form action={send} noValidate aria-busy={pending || undefined}>
      {failure && <ErrorSummary ref={summary} failure={failure} prefix="" />}
      <input
        type="hidden"
        name="idempotencyKey"
        value={String(failure?.values.idempotencyKey ?? idempotencyKey)}
        readOnly
      />
      <FormContext value={{ errors: failure?.fields ?? {}, values: {}, theirs: {}, prefix: '' }}>
        {asksPassword && <PasswordField name="currentPassword" label="Your password" />}
      </FormContext>
      <div className="fp-actions">
        <button className="nhsuk-button" type="submit" disabled={pending}>
          {asksPassword ? 'Make new codes' : 'Show my recovery codes'}
        </button>
        <Link href="/account">Not now</Link>
      </div>
    </form>
  )
}
