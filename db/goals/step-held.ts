import { and, eq } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { goalSteps } from '@/db/schema/goal-work'
import { conflict, notFound } from '@/lib/errors'

/**
 * A small step, held until the transaction ends, as it was when the page was opened.
 * @throws not found out of reach; conflict where somebody changed it meanwhile
 */
export async function stepHeld(ctx: Ctx, asked: { personId: string; stepId: string; version: number }) {
  await identityOf(ctx, asked.personId)
  ctx.about({ recordId: asked.stepId })
  const [step] = await ctx.db
    .select()
    .from(goalSteps)
    .where(and(eq(goalSteps.id, asked.stepId), eq(goalSteps.personId, asked.personId)))
    .for('no key update')
  if (!step) throw notFound()
  if (step.version !== asked.version)
    throw conflict('Someone else changed this step while you had the page open. Nothing was overwritten.', {
      version: String(step.version),
    })
  return step
}
