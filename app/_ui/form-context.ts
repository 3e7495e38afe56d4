'use client'

import { createContext, useContext } from 'react'
import type { Typed } from './form-state'

export type FormContents = {
  errors: Record<string, string>
  values: Typed
  theirs: Record<string, string>
  /** Whose words `theirs` are: the record's unless told. */
  theirsSays?: string
  /** The record changed since a draft of it was begun: where the two differ, both are shown. */
  changed?: boolean
  /** The values are all there is: a box that is not among them was left empty. */
  whole?: boolean
  /** Put before every id when two forms on a page share field names. */
  prefix: string
}

export const FormContext = createContext<FormContents>({
  errors: {},
  values: {},
  theirs: {},
  prefix: '',
})

export const useForm = () => useContext(FormContext)

/**
 * What one field needs to know. The first control of every field has `id`, so that the error summary can link to it
 * knowing only the field's name.
 */
export const useField = (name: string, given?: string | readonly string[]) => {
  const form = useForm()
  const id = form.prefix + name
  const value = form.values[name] ?? (form.whole ? '' : given) ?? ''
  const error = form.errors[name]
  const said =
    form.theirs[name] ?? (form.changed && given !== undefined ? [given].flat().join(', ') : undefined)
  // What both say alike needs no choosing.
  const theirs = said === [value].flat().join(', ') && form.theirsSays === undefined ? undefined : said
  return {
    id,
    error,
    theirs,
    theirsSays: form.theirsSays ?? 'The record now says',
    value: typeof value === 'string' ? value : (value[0] ?? ''),
    chosen: typeof value === 'string' ? (value === '' ? [] : [value]) : value,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    theirsId: `${id}-theirs`,
    /** @returns ids for aria-describedby, or undefined when there is nothing to add */
    describedBy: (hint: unknown) =>
      [hint && `${id}-hint`, theirs !== undefined && `${id}-theirs`, error && `${id}-error`]
        .filter(Boolean)
        .join(' ') || undefined,
  }
}
