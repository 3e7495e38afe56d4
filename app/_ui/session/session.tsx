'use client'

import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef } from 'react'
import { Dialog } from './dialog'
import { SessionContext } from './session-context'
import { useSessionClock } from './use-session-clock'

const fetched = () => import('./sign-in-again')
type AgainProps = { onLook: () => void }
const SignInAgain = lazy(() => fetched().catch(() => ({ default: Elsewhere })))

/** Where the form for it cannot be fetched: the page is covered all the same. */
function Elsewhere({ onLook }: AgainProps) {
  return (
    <Dialog title="Sign in to go on" covers>
      <p>
        You were signed out. Nothing you wrote on this page is lost. Sign in in another tab, then go on here.
      </p>
      <button className="nhsuk-button" type="button" onClick={onLook}>
        Go on here
      </button>
    </Dialog>
  )
}

type Props = { drawnFor: string; name: string; role: string; children: ReactNode }

const timeOf = (instant: number) =>
  new Date(instant).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  })

/**
 * Around the page of somebody who is signed in: warns two minutes before the session ends, and once it has ended covers the
 * page until they sign in again, with everything on it still there. Without script the page simply asks at the next step.
 */
export function Session({ drawnFor, name, role, children }: Props) {
  const { standing, endsAt, end, stay, look } = useSessionClock(drawnFor)
  const waiting = useRef<((signedIn: boolean) => void)[]>([])

  const signInAgain = useCallback(
    () =>
      new Promise<boolean>((settle) => {
        waiting.current.push(settle)
        end()
      }),
    [end],
  )
  // Here again, in this tab or in another: whatever waited for it goes on.
  useEffect(() => {
    if (standing !== 'here' && standing !== 'soon') return
    for (const settle of waiting.current.splice(0)) settle(true)
  }, [standing])

  // From here on it hears the other tabs: journeys wait for this where only a page that listens can answer.
  useEffect(() => {
    document.documentElement.dataset.alive = ''
  }, [])

  // Not on every page from the start; but whoever has typed anything has the dialog here when it is needed.
  useEffect(() => {
    const typing = () => void fetched().catch(() => {})
    document.addEventListener('input', typing, { once: true })
    return () => document.removeEventListener('input', typing)
  }, [])

  const here = useMemo(() => ({ drawnFor, signInAgain }), [drawnFor, signInAgain])
  return (
    <SessionContext value={here}>
      {children}
      {standing === 'soon' && (
        <Dialog title="Are you still there?" onClose={stay}>
          <p>
            You will be signed out at {timeOf(endsAt)}, because nothing has happened here for a while. What
            you wrote stays.
          </p>
          <div className="fp-actions">
            <button className="nhsuk-button" type="button" onClick={stay}>
              Stay signed in
            </button>
          </div>
        </Dialog>
      )}
      {(standing === 'ended' || standing === 'another') && (
        <Suspense>
          <SignInAgain
            drawnFor={drawnFor}
            name={name}
            role={role}
            another={standing === 'another'}
            onSignedIn={look}
            onLook={look}
          />
        </Suspense>
      )}
    </SessionContext>
  )
}
