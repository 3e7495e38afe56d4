import { concernsToRead } from '@/db/concerns/to-read'
import { draftsToFinish, draftsWaiting } from '@/db/drafts/reads'
import { read } from '@/db/read'
import { partsOf } from './parts'
import { stillToWrite, todaysMeetings } from './todays-meetings'
import { todaysHandovers, todaysTasks, waitingForDecision } from './todays-work'

const parts = {
  concerns: concernsToRead,
  meetings: todaysMeetings,
  unwritten: stillToWrite,
  handovers: todaysHandovers,
  drafts: draftsToFinish,
  draftsWaiting,
  tasks: todaysTasks,
  waiting: waitingForDecision,
}
export type TodayPart = keyof typeof parts

/** One's own day: meetings in time order, hand-over steps, drafts, tasks. Each part stands for itself. */
export const today = read('today', async (ctx, _: undefined) => {
  const { answers, missing } = await partsOf(ctx, parts)
  const lists = [
    answers.concerns,
    answers.meetings,
    answers.unwritten,
    answers.handovers,
    answers.drafts,
    answers.tasks,
  ]
  const shown = lists.flatMap((list) => (list ?? []).map((one) => one.personId))
  const beside = (answers.meetings ?? []).flatMap((one) => one.others.map((other) => other.personId))
  const ids = new Set([...shown, ...beside].filter((id) => id !== null))
  ctx.about({ detail: { people: ids.size, ids: [...ids] } })
  return { actor: ctx.actor, today: ctx.today, ...answers, missing }
})
