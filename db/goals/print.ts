import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { goalsOfPerson, joined } from './of-person'

/** Open goals with how they moved, for paper. */
export const readGoalsForPaper = read('goalsPrint', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const all = await goalsOfPerson(ctx, personId, identity.knownAs)
  return {
    identity,
    today: ctx.today,
    goals: all.filter((goal) => goal.endedOn === null),
    marks: await joined(ctx, personId),
  }
})
