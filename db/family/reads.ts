import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import type { Day } from '@/lib/day'
import { type AllowanceItem, allowanceItems } from '@/lib/people/allowances'
import { type DecisionBasis, type Standing, standing } from '@/lib/people/consent'
import type { Relationship } from '@/lib/people/relationships'
import type { SectionKey } from '@/lib/plans/plan'
import { capacityOf } from './capacity'

/** One thing a parent or carer may see, or might until it ended. */
export type Allowed = {
  id: string
  relationshipId: string
  item: AllowanceItem
  itemId: string | null
  section: SectionKey | ''
  /** The goal's words, where it is one goal. */
  goal: string | null
  basis: DecisionBasis
  wishWords: string
  decidedBy: string
  from: Day
  to: Day | null
  endedAt: Date | null
  endedBy: string | null
  endedBecause: string
  by: string
}

const allowedText = `
  select a.id, a.relationship_id as "relationshipId", a.item, a.item_id as "itemId", a.section, g.words as goal, a.basis,
    a.wish_words as "wishWords", a.decided_by as "decidedBy", a.from_day as "from", a.to_day as "to", a.ended_at as "endedAt",
    e.name as "endedBy", a.ended_because as "endedBecause", coalesce(s.name, '') as by
  from allowances a
  left join goals g on g.partnership_id = a.partnership_id and g.id = a.item_id
  left join staff s on s.partnership_id = a.partnership_id and s.id = a.by_staff_id
  left join staff e on e.partnership_id = a.partnership_id and e.id = a.ended_by
  where a.person_id = $1 order by a.ended_at nulls first, a.made_at, a.id`

/** What parents and carers may see of somebody; what holds now first. */
export const allowedOf = async (ctx: Ctx, personId: string): Promise<Allowed[]> =>
  (await ctx.client.query<Allowed>({ name: 'allowed', text: allowedText, values: [personId] })).rows

/** Whether it holds on a day: not ended, begun, and not past the birthday that ends a parent's decision. */
export const holdsOn = ({ endedAt, from, to }: Pick<Allowed, 'endedAt' | 'from' | 'to'>, on: Day): boolean =>
  endedAt === null && from <= on && (to === null || to > on)

export type Parent = {
  id: string
  name: string
  relation: Relationship
  parentalResponsibility: 'yes' | 'no' | 'not-asked'
  hasPages: boolean
}

const parentText = `
  select r.id, r.name, r.relation, r.parental_responsibility as "parentalResponsibility", exists (
    select from staff s where s.partnership_id = r.partnership_id and s.relationship_id = r.id and s.status = 'active'
  ) as "hasPages"
  from relationships r
  where r.person_id = $1 and r.ended_on is null and (r.parental_responsibility = 'yes'
    or r.relation in ('mother', 'father', 'step-parent', 'foster-carer', 'grandparent', 'sibling', 'other'))
  order by r.made_at, r.id`

/** Parents and carers of a young person: what each may see, on what basis, and who decides now. */
export const familyOf = read('familyOf', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const { rows: parents } = await ctx.client.query<Parent>({
    name: 'parents',
    text: parentText,
    values: [personId],
  })
  const recorded = await capacityOf(ctx, personId)
  const { rows: goals } = await ctx.client.query<{ id: string; words: string }>({
    name: 'open-goals-by-name',
    text: 'select id, words from goals where person_id = $1 and ended_on is null order by rank, made_at',
    values: [personId],
  })
  const stands = (relationshipId: string): Record<AllowanceItem, Standing> =>
    Object.fromEntries(
      allowanceItems.map((question) => [
        question,
        standing(identity.born, recorded, { question, relationshipId }, ctx.today),
      ]),
    ) as Record<AllowanceItem, Standing>
  return {
    actor: ctx.actor,
    identity,
    today: ctx.today,
    parents: parents.map((parent) => ({ ...parent, stands: stands(parent.id) })),
    allowed: await allowedOf(ctx, personId),
    recorded,
    goals,
  }
})
