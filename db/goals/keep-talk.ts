import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import type { Identity } from '@/db/people/identity'
import { talks } from '@/db/schema/goal-work'
import { tasks } from '@/db/schema/story'
import { addDays, type Day } from '@/lib/day'
import { shortened } from '@/lib/goals/sheet'
import { askedWithin, type TalkDecision, taskOfDecision } from '@/lib/goals/talk'
import { newId } from '@/lib/id'

type KeptTalk = {
  goal: { id: string; words: string }
  tried: string
  view: string
  theirWords: string
  decision: TalkDecision
}

/**
 * Keeps what was said and decided about goals within an act, which holds the open episode. A decision that needs somebody
 * makes a task; a task that asked for this talk is done.
 */
export async function keepTalks(
  ctx: Ctx,
  { personId, episode, namedWorker }: Identity,
  heldOn: Day,
  said: readonly KeptTalk[],
  reviewId: string | null = null,
): Promise<void> {
  const mine = { partnershipId: ctx.actor.partnershipId, episodeId: episode.id, personId }
  if (said.length === 0) return
  await ctx.db.insert(talks).values(
    said.map(({ goal, ...rest }) => ({
      ...mine,
      ...rest,
      id: newId(),
      goalId: goal.id,
      heldOn,
      reviewId,
      byStaffId: ctx.actor.staffId,
    })),
  )
  const asked = said.flatMap(({ goal, decision }) => {
    const words = taskOfDecision(decision, shortened(goal.words))
    return words ? [{ words, aboutId: goal.id, kind: decision }] : []
  })
  if (asked.length > 0)
    await ctx.db.insert(tasks).values(
      asked.map((task) => ({
        ...mine,
        ...task,
        id: newId(),
        forStaffId: namedWorker?.id ?? ctx.actor.staffId,
        dueOn: addDays(ctx.today, askedWithin),
      })),
    )
  await ctx.db
    .update(tasks)
    .set({ doneAt: ctx.now, doneBy: ctx.actor.staffId })
    .where(
      and(
        eq(tasks.personId, personId),
        eq(tasks.kind, 'discuss'),
        isNull(tasks.doneAt),
        inArray(
          tasks.aboutId,
          said.map(({ goal }) => goal.id),
        ),
      ),
    )
}
