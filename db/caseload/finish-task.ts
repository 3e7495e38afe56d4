import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { act } from '@/db/act'
import { tasks } from '@/db/schema/story'
import { notFound, refused } from '@/lib/errors'
import { id } from '@/lib/id'

const input = z.strictObject({ taskId: id })

/** Ticks off something one was asked to do. A task of somebody else is not one's own to tick. */
export const finishTask = act('finishTask', input, async (ctx, { taskId }) => {
  const [task] = await ctx.db
    .select({ personId: tasks.personId, doneAt: tasks.doneAt, kind: tasks.kind })
    .from(tasks)
    .where(and(eq(tasks.id, taskId), eq(tasks.forStaffId, ctx.actor.staffId)))
  if (!task) throw notFound()
  ctx.about({ personId: task.personId, recordId: taskId })
  if (task.doneAt) throw refused('This is done already.')
  if (task.kind === 'tell-concern')
    throw refused('Write on the concern about safety who was told. This task is done then.')
  await ctx.db
    .update(tasks)
    .set({ doneAt: ctx.now, doneBy: ctx.actor.staffId })
    .where(and(eq(tasks.id, taskId), isNull(tasks.doneAt)))
  return { taskId }
})
