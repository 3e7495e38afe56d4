import type { Ctx } from '@/db/door'
import type { Identity } from '@/db/people/identity'
import { tasks } from '@/db/schema/story'
import { instantAt } from '@/lib/day'
import { invalid } from '@/lib/errors'
import { newId } from '@/lib/id'
import { type NextForm, nextOf } from '@/lib/story/room'
import { book } from './book'
import { workersBeside } from './workers-beside'

const named = (field: string) => `next${field.charAt(0).toUpperCase()}${field.slice(1)}`

/**
 * What happens after a meeting, as it was said in the room: the next one, something for somebody to do, both, or nothing
 * on purpose. It is booked even where somebody is busy then, because the rest of what was written must be saved now; the
 * page that follows says so.
 * @param people who comes next time; the task is about the first
 * @param after the meeting it was agreed at, in each of their records
 */
export async function keepWhatNext(
  ctx: Ctx,
  people: readonly Identity[],
  after: ReadonlyMap<string, string>,
  form: NextForm,
): Promise<{ nothing: boolean }> {
  const chosen = nextOf(form)
  if (!chosen.ok) throw invalid(chosen.fields)
  const { meeting, task, nothing } = chosen.next
  if (meeting) {
    if (instantAt(meeting.nextOn, meeting.nextAt) <= ctx.now)
      throw invalid({ nextOn: 'This time is past. Choose one still to come.' })
    const booking = {
      on: meeting.nextOn,
      at: meeting.nextAt,
      minutes: meeting.nextMinutes,
      how: meeting.nextHow,
      place: form.nextPlace,
      contactWords: form.nextContactWords,
      withStaffId: meeting.nextWithStaffId,
      alsoStaffId: meeting.nextAlsoStaffId,
      whoElse: form.nextWhoElse,
    }
    await book(ctx, people, booking, { named, evenSo: true, after })
  }
  if (task) {
    const { personId, episode } = people[0]!
    if (task.taskDueOn !== '' && task.taskDueOn < ctx.today)
      throw invalid({ taskDueOn: 'This day is past. Choose today or a later day.' })
    const beside = await workersBeside(ctx, episode.id)
    if (!beside.some((worker) => worker.id === task.taskForStaffId))
      throw invalid({ taskForStaffId: 'Choose somebody who works with this young person.' })
    await ctx.db.insert(tasks).values({
      partnershipId: ctx.actor.partnershipId,
      id: newId(),
      episodeId: episode.id,
      personId,
      forStaffId: task.taskForStaffId,
      kind: 'agreed',
      words: task.taskWords,
      meetingId: after.get(personId) ?? null,
      dueOn: task.taskDueOn || null,
    })
  }
  return { nothing }
}
