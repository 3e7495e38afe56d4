import type { Typed } from '@/lib/drafts/drafts'
import type { Failure } from '@/lib/errors'

export type { Typed }

/** What a form's server action gives back. A failed attempt carries everything that was typed, so nothing is lost. */
export type FormState =
  | { status: 'new' }
  | { status: 'done'; message: string }
  /** Saved, and this page comes next. */
  | { status: 'saved'; to: string }
  | {
      status: 'failed'
      /** What happened, for the whole form; each field has its own sentence in `fields`. */
      message?: string
      fields: Record<string, string>
      values: Typed
      /** What the record says now, by field name. `theirs.version`, when given, is the version to save over next. */
      theirs?: Record<string, string>
      attempt: number
      /** A password or code was typed, and has to be typed again. */
      secret?: boolean
      /** Nothing is wrong with what was typed: signing in again, or trying again by itself, may save it. */
      again?: 'signed-out' | 'unavailable'
    }

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>

export const newForm: FormState = { status: 'new' }

export const done = (message: string): FormState => ({ status: 'done', message })

/** What a form carries that nobody typed and no act is given. */
const carried = ['drawn-for', 'own-draft']

/** The text of a form, by field name. Passwords, one-time codes and files are never sent back. */
export const typed = (data: FormData, omit: readonly string[] = []): Typed => {
  const values: Typed = {}
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION') || /password/i.test(name) || name === 'code') continue
    if (carried.includes(name) || omit.includes(name)) continue
    const all = data.getAll(name).filter((value) => typeof value === 'string')
    if (all.length > 0) values[name] = all.length === 1 ? all[0]! : all
  }
  return values
}

export const attemptAfter = (state: FormState): number => (state.status === 'failed' ? state.attempt + 1 : 1)

/**
 * The one place where a failure becomes words in a form. Expected failures are returned, never thrown: without
 * JavaScript a throw is a bare error page and the text is gone.
 */
export const failed = (
  state: FormState,
  data: FormData,
  failure: Failure,
  omit: readonly string[] = [],
): FormState => {
  const base = {
    status: 'failed' as const,
    fields: {},
    values: typed(data, omit),
    attempt: attemptAfter(state),
  }
  switch (failure.kind) {
    case 'invalid':
      return { ...base, fields: failure.fields }
    case 'conflict':
      return { ...base, message: failure.because, theirs: failure.theirs }
    case 'refused':
      return { ...base, message: failure.because }
    case 'not-found':
      return { ...base, message: 'We cannot find that. It may have moved, or it may not be yours to see.' }
    case 'signed-out':
      return {
        ...base,
        again: failure.kind,
        message: 'You are signed out. Open a new tab, sign in, then come back to this tab and save again.',
      }
    case 'unavailable':
      return {
        ...base,
        again: failure.kind,
        message: 'We could not save this just now. Wait a minute, then save again.',
      }
  }
}
