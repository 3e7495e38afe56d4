'use client'

import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef } from 'react'
import { v4 } from 'uuid'
import type { Result } from '@/lib/errors'
import { pauseBefore } from '../form-sending'
import { typed } from '../form-state'
import { differing } from '../form-values'
import { useSession } from '../session/session-context'
import type { FormDraft } from './form-draft'

/** What another window has saved of the same draft. */
export type Clash = {
  because: string
  theirs: Record<string, string>
  /** Of these, what differs from what stands in the form. */
  differing: Record<string, string>
  version: number
  draftId?: string
}

export type DraftKeeper = {
  /** The form is being sent: nothing more is kept, and what is under way is waited for, though not for long. */
  rest: () => Promise<void>
  /** It was not saved: keep on. */
  goOn: () => void
  /** From here on the draft is this one; version 0 begins it. */
  takeUp: (version: number, draftId: string) => void
}

export type KeepDraftProps = {
  form: RefObject<HTMLFormElement | null>
  draft: FormDraft
  /** Fields of the form that nobody types in. */
  leaveOut: readonly string[]
  /** The form is on its way. Known to the form from the start: it may be sent before the keeper has been fetched. */
  resting: RefObject<boolean>
  ref: Ref<DraftKeeper>
  onSaid: (words: string) => void
  onClash: (clash: Clash) => void
  /** Whether drafts get through. */
  onLine: (through: boolean) => void
}

/** Milliseconds without typing before a draft is kept. */
const stillness = 2_000
/** A request that is not answered in this time is given up and tried again. */
const patience = 10_000
/** A browser sends no more than this after its page is gone. */
const mostAfterwards = 60_000

type Saved = Result<{ version: number; savedAt: string }>
class NotReached extends Error {}

const client = new QueryClient()

/** Loaded only where a form keeps a draft: other pages do not carry the library. */
export default function KeepDraft(props: KeepDraftProps) {
  return (
    <QueryClientProvider client={client}>
      <Keeper {...props} />
    </QueryClientProvider>
  )
}

const timeOf = (instant: string) =>
  new Date(instant).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  })

function Keeper({ form, draft, leaveOut, resting, ref, onSaid, onClash, onLine }: KeepDraftProps) {
  const { drawnFor = '', signInAgain } = useSession()
  const at = useRef({ id: draft.id, version: draft.version, turn: 0, window: v4(), kept: '' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Not what the mutation says of itself: that is of the last drawing, and two events may come before the next.
  const underWay = useRef<Promise<unknown>>(undefined)
  const enough = useRef(new AbortController())
  // Still there when the page has been left, and what was on it is kept a last time.
  const element = useRef<HTMLFormElement>(null)

  const fields = () => {
    const {
      idempotencyKey: _,
      version: __,
      ...rest
    } = typed(new FormData(element.current ?? undefined), leaveOut)
    return rest
  }

  const save = useMutation({
    // Reads the form when it really runs: what waited for the line to come back sends the newest words.
    mutationFn: async () => {
      // The form itself is on its way: a draft that came after it would offer what is saved already.
      if (resting.current) return undefined
      const sent = fields()
      const text = JSON.stringify(sent)
      at.current.turn += 1
      const { id, version, turn, window } = at.current
      const { form: name, personId, recordId, basis } = draft
      const body = JSON.stringify({
        draft: { draftId: id, form: name, personId, recordId, version, basis, window, turn, fields: sent },
        drawnFor,
      })
      const answer = await fetch('/api/drafts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        keepalive: body.length < mostAfterwards,
        signal: AbortSignal.any([AbortSignal.timeout(patience), enough.current.signal]),
      }).catch(() => {
        throw new NotReached()
      })
      if (!answer.ok) throw new NotReached()
      const result = (await answer.json()) as Saved
      if (!result.ok && result.failure.kind === 'unavailable') throw new NotReached()
      return { result, text }
    },
    networkMode: 'always',
    retry: (failures, error) => {
      onLine(false)
      return error instanceof NotReached && failures < 1_000
    },
    retryDelay: (failures) => Math.min(pauseBefore(failures + 1), 8_000),
    onSuccess: (answered) => {
      onLine(true)
      if (!answered) return
      const { result, text } = answered
      if (result.ok) {
        at.current.version = result.value.version
        at.current.kept = text
        onSaid(`Draft saved ${timeOf(result.value.savedAt)}`)
        if (JSON.stringify(fields()) !== text) later(stillness)
        return
      }
      const { failure } = result
      if (failure.kind === 'signed-out') void signInAgain().then((here) => here && later(0))
      else if (failure.kind === 'conflict') {
        const { version = '0', draftId, ...theirs } = failure.theirs
        resting.current = true
        onClash({
          because: failure.because,
          theirs,
          differing: differing(theirs, fields()),
          version: Number(version),
          draftId,
        })
      } else if (failure.kind === 'refused') onSaid(`Draft not saved. ${failure.because}`)
      else if (failure.kind === 'invalid')
        onSaid(`Draft not saved. ${Object.values(failure.fields)[0] ?? ''}`)
      else onSaid('Draft not saved.')
    },
  })

  const now = () => {
    clearTimeout(timer.current)
    if (resting.current || underWay.current || JSON.stringify(fields()) === at.current.kept) return
    underWay.current = save
      .mutateAsync()
      .catch(() => {})
      .finally(() => {
        underWay.current = undefined
      })
  }
  const latest = useRef(now)
  latest.current = now
  const later = (pause: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => latest.current(), pause)
  }

  useImperativeHandle(ref, () => ({
    rest: async () => {
      clearTimeout(timer.current)
      resting.current = true
      await Promise.race([underWay.current, new Promise((done) => setTimeout(done, 3_000))])
      enough.current.abort()
      enough.current = new AbortController()
    },
    goOn: () => {
      resting.current = false
      later(stillness)
    },
    takeUp: (version, draftId) => {
      resting.current = false
      Object.assign(at.current, { version, id: draftId, kept: version === 0 ? at.current.kept : '' })
      later(0)
    },
  }))

  // biome-ignore lint/correctness/useExhaustiveDependencies: listens once; what it calls is looked up when it is called
  useEffect(() => {
    const here = form.current
    if (!here) return
    element.current = here
    at.current.kept = draft.kept?.state === 'held' || touched(here) ? '' : JSON.stringify(fields())
    if (at.current.kept === '') later(stillness)
    const typing = ({ target }: Event) => {
      const tapped =
        target instanceof HTMLSelectElement ||
        (target instanceof HTMLInputElement && /radio|checkbox/.test(target.type))
      later(tapped ? 0 : stillness)
    }
    const leaving = () => latest.current()
    const hidden = () => document.visibilityState === 'hidden' && leaving()
    here.addEventListener('input', typing)
    here.addEventListener('focusout', leaving)
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', leaving)
    return () => {
      leaving()
      clearTimeout(timer.current)
      here.removeEventListener('input', typing)
      here.removeEventListener('focusout', leaving)
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', leaving)
    }
  }, [])

  return null
}

/** Whether anything was typed before we were there to see it. */
const touched = (form: HTMLFormElement): boolean =>
  [...form.elements].some((control) => {
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
    if (!(control instanceof HTMLInputElement) || control.type === 'hidden') return false
    if (/radio|checkbox/.test(control.type)) return control.checked !== control.defaultChecked
    return control.value !== control.defaultValue
  })
