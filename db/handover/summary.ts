import { goalsOfPerson } from '@/db/goals/of-person'
import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { handoverOf, handoverText } from './held'

/** What one page about a hand-over says: the newest that is under way or ended as planned, and the open goals. */
export const handoverSummary = read('handoverSummary', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const { rows } = await ctx.client.query({
    name: 'handover summary',
    text: `${handoverText} where h.person_id = $1 and h.state in ('active', 'ended') order by h.made_at desc limit 1`,
    values: [personId],
  })
  const goals = await goalsOfPerson(ctx, personId, identity.knownAs)
  return {
    identity,
    today: ctx.today,
    handover: rows[0] ? handoverOf(rows[0], ctx.today) : null,
    goals: goals
      .filter((goal) => goal.endedOn === null)
      .map(({ id, words, language, sentence }) => ({ id, words, language, sentence })),
  }
})
