'use client'

import { browserSupportsWebAuthn, WebAuthnError } from '@simplewebauthn/browser'
import { unstable_rethrow } from 'next/navigation'
import { useState, useSyncExternalStore, useTransition } from 'react'

const never = () => () => {}

/** Whether this browser knows passkeys; false until there is script, so that no dead button stands in the page. */
export const usePasskeys = (): boolean =>
  useSyncExternalStore(
    never,
    () => browserSupportsWebAuthn(),
    () => false,
  )

/** Why a browser gave no answer, in a sentence. Anything else is a fault and is thrown on. */
export const whyNoPasskey = (error: unknown): string => {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return 'This device has a passkey for these pages already.'
  if (error instanceof Error && ['NotAllowedError', 'AbortError', 'InvalidStateError'].includes(error.name))
    return 'Nothing was changed. You can try again.'
  if (
    error instanceof WebAuthnError ||
    (error instanceof Error && /Error$/.test(error.name) && 'code' in error)
  )
    return 'This device cannot do that. Use a name and a password.'
  throw error
}

/**
 * A button that asks the device and sends what it answers.
 * @param ask to the end; a sentence where it failed
 */
export const usePasskeyButton = (ask: () => Promise<string | undefined>) => {
  const [problem, setProblem] = useState('')
  const [pending, start] = useTransition()
  const press = () =>
    start(async () => {
      setProblem('')
      try {
        setProblem((await ask()) ?? '')
      } catch (error) {
        unstable_rethrow(error)
        setProblem(whyNoPasskey(error))
      }
    })
  return { press, pending, problem }
}
