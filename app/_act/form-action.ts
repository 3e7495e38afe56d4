import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { done, type FormAction, failed } from '@/app/_ui/form-state'
import type { Act, Sent } from '@/db/act'
import { timeInWords } from '@/lib/day'
import { keepForLater, letGo } from './held-text'
import { posted } from './posted'
import { sessionToken } from './token'

/** What follows a saved form: a page to go to, or words to say where one is. */
type After<T> = { to: (value: T) => string } | { say: (value: T) => string }

/**
 * A server action for a form: the form's fields go to the act as plain data, and its answer comes back as form state.
 * With `to`, the next page says "Saved at 14:05." (`?saved=` in the address).
 */
export function formAction<T>(act: Act<never, T>, after: After<T>): FormAction {
  return posted(async (state, form) => {
    const { idempotencyKey, ...fields } = fieldsOf(form)
    const key = String(idempotencyKey ?? '')
    const result = await act(await sessionToken(), fields as never, key, sentOf(form))
    if (!result.ok) {
      await keepForLater(form, result.failure)
      return failed(state, form, result.failure)
    }
    await letGo(form)
    if ('say' in after) return done(after.say(result.value))
    const page = after.to(result.value)
    const to = `${page}${page.includes('?') ? '&' : '?'}saved=${timeInWords(new Date())}`
    // With script the browser asks for the next page itself: a redirect would have this answer wait for all of that page.
    return (await headers()).has('next-action') ? { status: 'saved', to } : redirect(to)
  })
}

/** What the form says about itself: `app/_ui/form.tsx` puts both in. */
export const sentOf = (form: FormData): Sent => {
  const text = (name: string) => String(form.get(name) ?? '') || undefined
  return { drawnFor: text('drawn-for'), draftId: text('own-draft') }
}

/** Fields by name; a date's three boxes (`x-day`, `x-month`, `x-year`) become one day, '' when all are empty. */
export function fieldsOf(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION') || name === 'drawn-for' || name === 'own-draft') continue
    const all = form.getAll(name)
    fields[name] = all.length === 1 ? all[0] : all
  }
  for (const name of Object.keys(fields)) {
    const base = /^(.+)-year$/.exec(name)?.[1]
    if (!base || !(`${base}-day` in fields) || !(`${base}-month` in fields)) continue
    const [d, m, y] = ['day', 'month', 'year'].map((part) => String(fields[`${base}-${part}`]).trim())
    for (const part of ['day', 'month', 'year']) delete fields[`${base}-${part}`]
    fields[base] = d || m || y ? `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}` : ''
  }
  return fields
}
