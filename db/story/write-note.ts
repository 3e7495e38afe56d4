import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { day } from '@/lib/day'
import { invalid } from '@/lib/errors'
import { id } from '@/lib/id'
import { requiredText } from '@/lib/parse'
import { timeOfDay } from '@/lib/story/meeting'
import { noteKind, readingFields, readingOf, unexplained } from '@/lib/story/note'
import { keepNote } from './keep-note'

const input = z.strictObject({
  personId: id,
  happenedOn: day,
  happenedAt: z.union([z.literal(''), timeOfDay]).default(''),
  kind: noteKind.default('other'),
  words: requiredText('Write the note.'),
  ...readingFields,
})

/** Adds a note to the story of a young person. They read it too, unless it is marked and explained. */
export const writeNote = act('writeNote', input, async (ctx, form) => {
  const { personId, happenedOn, happenedAt, kind, words } = form
  if (happenedOn > ctx.today)
    throw invalid({ happenedOn: 'This day is in the future. Enter the day it happened.' })
  const because = unexplained(form)
  if (because) throw invalid({ notForThemBecause: because })
  const { episode } = await identityOf(ctx, personId)
  const note = { personId, episodeId: episode.id, happenedOn, happenedAt, kind, words, ...readingOf(form) }
  const noteId = await keepNote(ctx, note)
  ctx.about({ recordId: noteId })
  return { personId, noteId }
})
