import type { Ctx } from '@/db/door'
import { allowedOf, holdsOn } from '@/db/family/reads'
import { read } from '@/db/read'
import { type Day, dayOf } from '@/lib/day'
import { type Look, looksByDay } from '@/lib/own-pages/looked'
import type { Basis, Purpose, Wish } from '@/lib/sharing/sharing'
import { besideIn } from './beside'
import { ownIdentity } from './own'

/** A team or a person who can open their record now, and why. */
export type CanSee = {
  kind: 'team' | 'person'
  id: string
  name: string
  organisation: string
  because: 'team' | 'hand-over' | 'shared'
  since: Date
  until: Date | null
}

/** What was said about sharing with somebody: the wish and the basis, which are two things. */
export type Shared = {
  id: string
  with: string
  purpose: Purpose
  wish: Wish
  wishWords: string
  basis: Basis | null
  from: Day
  to: Day | null
}

const sharedText = `
  select s.id, coalesce(t.name, s.recipient_words) as with, s.purpose, s.wish, s.wish_words as "wishWords", s.basis,
    s.from_day as "from", s.to_day as "to"
  from sharing_entries s
  left join teams t on t.partnership_id = s.partnership_id and t.id = s.recipient_team_id
  where s.person_id = $1 and s.withdrawn_at is null and (s.to_day is null or s.to_day >= $2)
  order by s.from_day, s.made_at, s.id`

const first: readonly CanSee['because'][] = ['team', 'hand-over', 'shared']

/** A team that can see it for two reasons is named once, with the plainer one; it can see it as long as either holds. */
function onceEach(rows: readonly CanSee[]): CanSee[] {
  const found = new Map<string, CanSee>()
  for (const row of [...rows].sort((a, b) => first.indexOf(a.because) - first.indexOf(b.because))) {
    const before = found.get(row.id)
    if (!before) found.set(row.id, { ...row })
    else if (before.until !== null && (row.until === null || row.until > before.until))
      before.until = row.until
  }
  return [...found.values()]
}

const manyLooks = 300

/** Who has looked: colleagues of any team, also those who opened the record in need, once that may be said. */
async function whoLooked(ctx: Ctx): Promise<Look[]> {
  const { rows } = await ctx.client.query<Look>({
    name: 'who-looked-at-me',
    text: 'select name, role, act, at, in_need as "inNeed" from app.who_looked_at_me($1)',
    values: [manyLooks],
  })
  return rows
}

/** Who can see what of them, why, and who has looked. */
export const whoCanSeeMe = read('whoCanSeeMe', async (ctx, _: undefined) => {
  const { personId, episode } = await ownIdentity(ctx)
  const can = await ctx.client.query<CanSee>({
    name: 'who-can-see-me',
    text: 'select * from app.who_can_see_me()',
  })
  const shared = await ctx.client.query<Shared>({
    name: 'my-sharing',
    text: sharedText,
    values: [personId, ctx.today],
  })
  const parents = await ctx.client.query<{ id: string; name: string }>({
    name: 'my-parents',
    text: 'select id, name from relationships where person_id = $1',
    values: [personId],
  })
  const nameOf = new Map(parents.rows.map((one) => [one.id, one.name]))
  return {
    actor: ctx.actor,
    now: ctx.now,
    workers: await besideIn(ctx, episode.id),
    can: onceEach(can.rows),
    shared: shared.rows,
    allowed: (await allowedOf(ctx, personId))
      .filter((one) => holdsOn(one, ctx.today))
      .map((one) => ({ ...one, name: nameOf.get(one.relationshipId) ?? '' })),
    looked: looksByDay(await whoLooked(ctx), dayOf),
  }
})
