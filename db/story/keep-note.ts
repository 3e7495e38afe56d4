import type { Ctx } from '@/db/door'
import { notes } from '@/db/schema/story'
import { newId } from '@/lib/id'
import type { NoteKind } from '@/lib/story/note'

type NewNote = {
  personId: string
  episodeId: string
  happenedOn: string
  happenedAt: string
  kind: NoteKind
  words: string
  forThem: boolean
  notForThemBecause: string
  meetingId?: string
}

/** Adds a note to a record, word for word. @returns its id */
export async function keepNote(ctx: Ctx, { happenedAt, meetingId, ...note }: NewNote): Promise<string> {
  const id = newId()
  await ctx.db.insert(notes).values({
    partnershipId: ctx.actor.partnershipId,
    id,
    ...note,
    happenedAt: happenedAt || null,
    meetingId: meetingId ?? null,
    byStaffId: ctx.actor.staffId,
  })
  return id
}
