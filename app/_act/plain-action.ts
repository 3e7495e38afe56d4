import 'server-only'
import { redirect } from 'next/navigation'
import type { Act } from '@/db/act'
import type { Failure } from '@/lib/errors'
import { newId } from '@/lib/id'
import { fieldsOf } from './form-action'
import { formOf } from './posted'
import { sessionToken } from './token'

/**
 * A server action for a form that stands on every page and has no room for an answer: it always goes to a page.
 * @param otherwise where to say what was wrong
 */
export function plainAction<T>(
  act: Act<never, T>,
  { to, otherwise }: { to: (value: T) => string; otherwise: (failure: Failure) => string },
): (form: FormData) => Promise<void> {
  return async (form) => {
    const { idempotencyKey, ...fields } = fieldsOf(formOf(form))
    const result = await act(await sessionToken(), fields as never, String(idempotencyKey ?? newId()))
    if (result.ok) return redirect(to(result.value))
    if (result.failure.kind === 'signed-out') return redirect('/sign-in')
    if (result.failure.kind === 'unavailable') throw new Error('The database did not answer in time.')
    return redirect(otherwise(result.failure))
  }
}
