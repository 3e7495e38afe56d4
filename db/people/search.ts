import { and, eq } from 'drizzle-orm'
import type { Ctx } from '@/db/door'
import { read } from '@/db/read'
import { searches } from '@/db/schema/access'
import { notFound } from '@/lib/errors'
import { isId } from '@/lib/id'
import { type Found, type PersonQuery, readQuery, whyFound } from '@/lib/people/search'

/** The page of results; without an id only who is asking, for the page with the empty box. */
export const searchResults = read('searchResults', async (ctx, searchId: string | undefined) => {
  if (searchId === undefined) return { actor: ctx.actor, typed: '', problem: null, results: [] }
  const { typed } = await searchOf(ctx, searchId, 'search')
  const query = readQuery(typed.q ?? '')
  const results = await findWithinReach(ctx, query)
  return { actor: ctx.actor, typed: typed.q ?? '', problem: query.problem, results }
})

/** One's own search of the last day, or not found. */
export async function searchOf(ctx: Ctx, searchId: string, kind: 'search' | 'referral') {
  if (!isId(searchId)) throw notFound()
  const [found] = await ctx.db
    .select({ typed: searches.typed, knownHere: searches.knownHere })
    .from(searches)
    .where(and(eq(searches.id, searchId), eq(searches.kind, kind)))
  if (!found) throw notFound()
  return found
}

/** Young people within reach who may be the one meant, nearest first, each with the reason; audited as shown. */
export async function findWithinReach(ctx: Ctx, query: PersonQuery) {
  const { rows } = await ctx.client.query({
    name: 'search-people',
    text: 'select * from app.search_people($1, $2, $3)',
    values: [query.nhsNumber, query.born, query.words],
  })
  ctx.about({ detail: { people: rows.length, ids: rows.map((row) => row.person_id) } })
  return rows.map((row) => {
    const found: Found = {
      personId: row.person_id,
      givenName: row.given_name,
      familyName: row.family_name,
      knownAs: row.known_as,
      born: row.born,
      nhsNumber: row.nhs_number,
    }
    return { ...found, why: whyFound(query, found) }
  })
}
