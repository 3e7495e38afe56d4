import { z } from 'zod'
import { act } from '@/db/act'
import { identityOf } from '@/db/people/identity'
import { notes } from '@/db/schema/story'
import { day } from '@/lib/day'
import { invalid } from '@/lib/errors'
import { id, newId } from '@/lib/id'
import { requiredText } from '@/lib/parse'

const input = z.strictObject({ personId: id, happenedOn: day, words: requiredText('Write the note.') })

/** Adds a note to the story of a young person. */
export const writeNote = act('writeNote', input, async (ctx, { personId, happenedOn, words }) => {
  if (happenedOn > ctx.today)
    throw invalid({ happenedOn: 'This day is in the future. Enter the day it happened.' })
  const { episode } = await identityOf(ctx, personId)
  const noteId = newId()
  await ctx.db.insert(notes).values({
    partnershipId: ctx.actor.partnershipId,
    id: noteId,
    episodeId: episode.id,
    personId,
    happenedOn,
    words,
    byStaffId: ctx.actor.staffId,
  })
  ctx.about({ recordId: noteId })
  return { personId, noteId }
})
