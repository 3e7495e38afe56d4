import 'server-only'
import type { FormAction } from '@/app/_ui/form-state'
import type { Act } from '@/db/act'
import { decoded } from '@/db/imports/text-of'
import { formAction } from './form-action'
import { posted } from './posted'

/**
 * A server action for a form with a text file in it: the field of the file becomes what the file says, and its name comes in
 * the same field with "Name" behind. A failed form never carries the file back.
 */
export function fileAction<T>(act: Act<never, T>, after: { to: (value: T) => string }): FormAction {
  const action = formAction(act, after)
  return posted(async (state, form) => {
    const fields = new FormData()
    const files: string[] = []
    for (const [name, value] of form) {
      if (typeof value === 'string') fields.append(name, value)
      else {
        files.push(name)
        fields.append(name, decoded(new Uint8Array(await value.arrayBuffer())))
        fields.append(`${name}Name`, value.name)
      }
    }
    const next = await action(state, fields)
    if (next.status !== 'failed') return next
    const values = Object.entries(next.values).filter(
      ([name]) => !files.includes(name) && !files.includes(name.replace(/Name$/, '')),
    )
    return { ...next, values: Object.fromEntries(values) }
  })
}
