import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { notFound } from '@/lib/errors'

type InRoom = {
  demonstration: boolean
  knownAs: string
  goals: { id: string; words: string; language: string }[]
}

/** What a handed-over screen shows: their open goals in their own words, and no earlier rating. */
export const inRoom = read('inRoom', async (ctx): Promise<InRoom> => {
  const { personId, demonstration } = ctx.actor
  if (!personId) throw notFound()
  const { knownAs } = await identityOf(ctx, personId)
  const { rows } = await ctx.client.query({
    name: 'goals in the room',
    text: `select id, words, language from goals where person_id = $1 and ended_on is null order by rank, made_at, id`,
    values: [personId],
  })
  return { demonstration, knownAs, goals: rows }
})
