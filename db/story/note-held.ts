import { and, eq } from 'drizzle-orm'
import { putRight } from '@/db/corrections/put-right'
import type { Ctx } from '@/db/door'
import { notes } from '@/db/schema/story'
import { conflict, notFound } from '@/lib/errors'

/** A note within reach, in a person's record. @throws not found */
export async function noteOf(ctx: Ctx, personId: string, noteId: string) {
  ctx.about({ recordId: noteId })
  const [note] = await ctx.db
    .select()
    .from(notes)
    .where(and(eq(notes.id, noteId), eq(notes.personId, personId)))
  if (!note) throw notFound()
  return note
}

type How = { replacedBy?: string; because?: string; undo?: boolean }

/** Writes down that a note no longer stands. @throws conflict when somebody was first: each is put right at most once */
export async function putNoteRight(ctx: Ctx, note: typeof notes.$inferSelect, how: How): Promise<void> {
  if (!(await putRight(ctx, 'note', [note], how)))
    throw conflict(
      'This note was put right or taken back while you were writing. Nothing was overwritten. The story shows what stands.',
    )
}
