import { and, eq } from 'drizzle-orm'
import { act } from '@/db/act'
import { partnerships } from '@/db/schema/organisations'
import { conflict, invalid } from '@/lib/errors'
import { type LastRatingRule, lastRatingRules } from '@/lib/goals/last-rating'
import { settings } from '@/lib/organisations/settings'
import { version } from '@/lib/parse'

const input = settings.extend({ version })

/** What the partnership sets for itself. The second step of signing in can only be off in a demonstration. */
export const changeSettings = act('changeSettings', input, async (ctx, { version, ...wanted }) => {
  if (!wanted.secondStep && !ctx.actor.demonstration)
    throw invalid({
      secondStep: 'A second step is always needed where real records are kept. Tick this again.',
    })
  const saved = await ctx.db
    .update(partnerships)
    .set({ ...wanted, version: version + 1 })
    .where(and(eq(partnerships.id, ctx.actor.partnershipId), eq(partnerships.version, version)))
  if (saved.rowCount === 0) {
    const [now] = await ctx.db.select().from(partnerships).where(eq(partnerships.id, ctx.actor.partnershipId))
    throw conflict(
      'Someone changed the settings while you had them open. Nothing was overwritten. They now say:',
      {
        idleMinutes: String(now?.idleMinutes),
        hiddenLimit: String(now?.hiddenLimit),
        comeBackMonths: String(now?.comeBackMonths),
        secondStep: now?.secondStep ? 'Needed' : 'Not needed',
        showLastRating: lastRatingRules[(now?.showLastRating ?? 'after') as LastRatingRule],
        version: String(now?.version),
      },
    )
  }
  ctx.about({ recordId: ctx.actor.partnershipId, detail: wanted })
})
