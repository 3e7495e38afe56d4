import { z } from 'zod'
import { optionalText, ticked } from '@/lib/parse'
import type { MeetingWay } from './meeting'

export const noteKinds = {
  meeting: 'A meeting',
  call: 'A call',
  message: 'A message',
  other: 'Something else',
} as const
export type NoteKind = keyof typeof noteKinds
export const noteKind = z.enum(Object.keys(noteKinds) as [NoteKind, ...NoteKind[]], {
  error: 'Choose what the note is about.',
})

/** What a note of a meeting is called, by how they met. */
export const noteKindOf: Record<MeetingWay, NoteKind> = {
  'face-to-face': 'meeting',
  video: 'call',
  phone: 'call',
  messages: 'message',
}

/** Will they read it? Yes, unless marked and explained. */
export const readingFields = { notForThem: ticked, notForThemBecause: optionalText }

/** @returns the sentence for the field that asks why, or undefined when nothing is missing */
export const unexplained = (form: { notForThem: boolean; notForThemBecause: string }): string | undefined =>
  form.notForThem && form.notForThemBecause.trim() === '' ? 'Say why they do not read it.' : undefined

/** As it is kept: an explanation without the mark is no mark. */
export const readingOf = (form: { notForThem: boolean; notForThemBecause: string }) => ({
  forThem: !form.notForThem,
  notForThemBecause: form.notForThem ? form.notForThemBecause : '',
})
