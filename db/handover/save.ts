import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { handovers } from '@/db/schema/handover'

/** Changes a hand-over that is held; its version moves on with every change. */
export async function saveHandover(
  ctx: Ctx,
  handover: { id: string },
  changes: Partial<typeof handovers.$inferInsert>,
): Promise<void> {
  const saved = await ctx.db
    .update(handovers)
    .set({ ...changes, version: sql`version + 1` })
    .where(eq(handovers.id, handover.id))
  if (saved.rowCount !== 1) throw new Error('A hand-over that was held is gone.')
}
