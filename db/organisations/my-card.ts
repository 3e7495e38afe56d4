import { eq } from 'drizzle-orm'
import { read } from '@/db/read'
import { workerCards } from '@/db/schema/family'

/** What young people see of the worker who asks. Version 0 where nothing was written yet. */
export const myCard = read('myCard', async (ctx, _: undefined) => {
  const [card] = await ctx.db.select().from(workerCards).where(eq(workerCards.staffId, ctx.actor.staffId))
  return {
    actor: ctx.actor,
    card: { phone: card?.phone ?? '', words: card?.words ?? '', version: card?.version ?? 0 },
  }
})
