import { read } from '@/db/read'
import type { Relationship } from '@/lib/people/relationships'
import { besideIn } from './beside'
import { ownIdentity } from './own'

/** A person who matters to them. What a worker wrote about how to reach that person is for workers, and is not sent. */
type Matters = { id: string; name: string; relation: Relationship; hasPages: boolean }

const text = `
  select r.id, r.name, r.relation, exists (
    select from staff s where s.partnership_id = r.partnership_id and s.relationship_id = r.id and s.status = 'active'
  ) as "hasPages"
  from relationships r where r.person_id = $1 and r.ended_on is null order by r.made_at, r.id`

/** Everybody beside them: workers with how to reach them, and the people who matter. */
export const myPeople = read('myPeople', async (ctx, _: undefined) => {
  const { personId, episode } = await ownIdentity(ctx)
  const { rows } = await ctx.client.query<Matters>({ name: 'my-matter', text, values: [personId] })
  return { actor: ctx.actor, people: await besideIn(ctx, episode.id), matter: rows }
})
