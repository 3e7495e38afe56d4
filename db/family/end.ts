import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { allowances } from '@/db/schema/family'
import { notFound, refused } from '@/lib/errors'

/**
 * Ends what a parent or carer may see, at once: the next page they open no longer has it. Without pages of their own nothing else
 * is left to see, so that ends everything.
 */
export async function endAllowed(ctx: Ctx, personId: string, allowanceId: string, because: string) {
  const [found] = await ctx.db
    .select()
    .from(allowances)
    .where(and(eq(allowances.id, allowanceId), eq(allowances.personId, personId)))
    .for('no key update')
  if (!found) throw notFound()
  if (found.endedAt) throw refused('This has ended already.')
  const these =
    found.item === 'pages'
      ? or(eq(allowances.id, allowanceId), eq(allowances.relationshipId, found.relationshipId))
      : eq(allowances.id, allowanceId)
  await ctx.db
    .update(allowances)
    .set({ endedAt: sql`now()`, endedBy: ctx.actor.staffId, endedBecause: because })
    .where(and(these, eq(allowances.personId, personId), isNull(allowances.endedAt)))
  ctx.about({ recordId: allowanceId, detail: { item: found.item } })
  return found
}
