'use client'

import { unstable_rethrow, useRouter } from 'next/navigation'
import { type RefObject, useActionState, useEffect, useRef, useState, useTransition } from 'react'
import { notReached, outdated, pauseBefore } from './form-sending'
import { attemptAfter, type FormAction, type FormState, newForm, typed } from './form-state'
import { useSession } from './session/session-context'

type Around = {
  /** Before anything is sent. */
  before?: () => Promise<void>
  /** An answer is there. */
  after?: (state: FormState) => void
}

const fault = {
  server: 'Something went wrong on our side and this was not saved. Try again in a moment.',
  outdated:
    'The service was renewed while you were writing. Copy what you wrote if it is not kept as a draft, then reload this page.',
}

/**
 * Sends a form. What does not get through is sent again by itself, with the same key, until it does: the connection may be
 * gone, or the server starting again. What is refused because the session has ended waits for its owner to sign in over the
 * page, and is then sent again. Each time with what the form says by then.
 */
export function useSending(action: FormAction, form: RefObject<HTMLFormElement | null>, around: Around) {
  const { signInAgain } = useSession()
  const router = useRouter()
  const [posted, formAction] = useActionState(action, newForm)
  const [answered, setAnswered] = useState<FormState>()
  const [pending, startTransition] = useTransition()
  const [failures, setFailures] = useState(0)
  const submitter = useRef<HTMLElement>(null)
  const state = answered ?? posted

  const collected = () => {
    const data = new FormData(form.current ?? undefined, submitter.current)
    for (const name of [...data.keys()]) if (name.startsWith('$ACTION')) data.delete(name)
    return data
  }

  const send = () =>
    startTransition(async () => {
      await around.before?.()
      const data = collected()
      let next: FormState
      try {
        next = await action(state, data)
      } catch (error) {
        // A redirect is thrown too, and belongs to Next.
        unstable_rethrow(error)
        if (notReached(error)) return setFailures((before) => before + 1)
        next = {
          status: 'failed',
          message: outdated(error) ? fault.outdated : fault.server,
          fields: {},
          values: typed(data),
          theirs: state.status === 'failed' ? state.theirs : undefined,
          attempt: attemptAfter(state),
        }
      }
      // The database is away or starting again: nothing is wrong with what was typed, and waiting is ours to do.
      if (next.status === 'failed' && next.again === 'unavailable') return setFailures((before) => before + 1)
      startTransition(() => {
        setFailures(0)
        around.after?.(next)
        // The button goes on saying that it is being saved until the next page is there.
        if (next.status === 'saved') router.push(next.to)
        else setAnswered(next)
      })
    })
  const again = useRef(send)
  again.current = send

  useEffect(() => {
    if (failures === 0) return
    const now = () => again.current()
    const timer = setTimeout(now, pauseBefore(failures))
    window.addEventListener('online', now)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', now)
    }
  }, [failures])

  // Not inside the transition: React would hold back what the dialog has to say until it is over.
  useEffect(() => {
    if (answered?.status !== 'failed' || answered.again !== 'signed-out') return
    void signInAgain().then((here) => here && again.current())
  }, [answered, signInAgain])

  return {
    state,
    formAction,
    pending,
    /** It was sent and did not get through yet. */
    notSent: failures > 0,
    send: (by: HTMLElement | null) => {
      submitter.current = by
      send()
    },
  }
}
