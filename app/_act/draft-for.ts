import 'server-only'
import type { FormDraft } from '@/app/_ui/draft/form-draft'
import { draft } from '@/db/drafts/reads'
import { dayOf, timeInWords, withWeekday } from '@/lib/day'
import { type DraftForm, pageOf } from '@/lib/drafts/forms'
import { newId } from '@/lib/id'
import { textHeld } from './held-text'
import { sessionToken } from './token'

type Search = Record<string, string | string[] | undefined>

/**
 * The draft of a form, for its `draft` property: `draft={await draftFor('note', { personId }, await searchParams)}`.
 * @param search of the page; `draft` in it says that somebody chose to go on with theirs
 * @param basis the version of the saved record that the page shows, where the form changes one
 * @returns undefined when drafts cannot be looked at just now: the form then stands without one
 */
export async function draftFor(
  form: DraftForm,
  about: { personId?: string; recordId?: string },
  search: Search = {},
  basis?: number | string,
): Promise<FormDraft | undefined> {
  const result = await draft(await sessionToken(), { form, ...about })
  if (!result.ok) return undefined
  const { actor, draft: found } = result.value
  const version = String(basis ?? '')
  const held = await textHeld()
  const ours =
    held?.staffId === actor.staffId &&
    held.page.split('?')[0] === pageOf(form, about.personId ?? '', about.recordId ?? null)
  const id = found?.id ?? newId()
  const kept = ours
    ? { fields: held.fields, when: whenInWords(held.heldAt), state: 'held' as const }
    : found && {
        fields: found.fields,
        when: whenInWords(found.savedAt),
        changed: version === '' ? undefined : found.basis !== version,
        state: search.draft === found.id ? ('continued' as const) : ('offered' as const),
      }
  return {
    form,
    ...about,
    basis: version,
    id,
    version: found?.version ?? 0,
    kept,
    continueHref: withDraft(search, id),
  }
}

/** 'Tuesday 14:05'; within a week the day alone says which. */
const whenInWords = (at: Date): string => {
  const day = dayOf(at)
  const words = withWeekday(day)
  const within = Date.now() - at.getTime() < 6 * 86_400_000
  return `${within ? words.split(' ')[0] : words} ${timeInWords(at)}`
}

const withDraft = (search: Search, id: string): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, one)
  query.delete('saved')
  query.set('draft', id)
  return `?${query}`
}
