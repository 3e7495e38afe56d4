import type { Actor } from '@/db/door'
import { type Identity, identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import type { Relationship } from '@/lib/people/relationships'
import { mayInviteParent } from './may-invite-parent'

/** Somebody who has, or could have, pages of their own about one young person. */
export type AccountOf = {
  /** Null for the young person. */
  relationshipId: string | null
  name: string
  relation: Relationship | null
  account: { id: string; since: Date } | null
  /** One that can still be accepted. */
  invitation: { until: Date; triesLeft: number; by: string } | null
  /** Why they may not be invited; null when they may. */
  notYet: string | null
}

export type Accounts = { actor: Actor; identity: Identity; accounts: AccountOf[] }

/** Those whose pages a parent's or carer's account could be. */
const family: readonly Relationship[] = [
  'mother',
  'father',
  'step-parent',
  'foster-carer',
  'grandparent',
  'sibling',
  'other',
]

const text = `
  select w.relationship_id, w.name, w.relation, t.id as account_id, t.made_at as since, i.expires_at as until, i.tries_left, b.name as by
  from (
    select null::uuid as relationship_id, coalesce(nullif(p.known_as, ''), p.given_name) as name, null as relation,
      p.partnership_id, p.id as person_id, 0 as place, p.made_at
    from people p where p.id = $1
    union all
    select r.id, r.name, r.relation, r.partnership_id, r.person_id, 1, r.made_at from relationships r
    where r.person_id = $1 and ((r.ended_on is null and (r.relation = any ($2) or r.parental_responsibility = 'yes'))
      or exists (select from staff x where x.partnership_id = r.partnership_id and x.relationship_id = r.id and x.status <> 'left'))
  ) w
  left join staff t on t.partnership_id = w.partnership_id and t.person_id = w.person_id and t.status <> 'left'
    and t.relationship_id is not distinct from w.relationship_id
  left join lateral (
    select x.expires_at, x.tries_left, x.by_staff_id, x.partnership_id from app.invitations x
    where x.person_id = w.person_id and x.partnership_id = w.partnership_id and x.relationship_id is not distinct from w.relationship_id
      and x.used_at is null and x.withdrawn_at is null and x.expires_at > now() and x.tries_left > 0
    limit 1
  ) i on true
  left join staff b on b.partnership_id = i.partnership_id and b.id = i.by_staff_id
  order by w.place, w.made_at, w.name`

/** Who has pages of their own about one young person, and who could be invited. */
export const accounts = read(
  'accounts',
  async (ctx, { personId }: { personId: string }): Promise<Accounts> => {
    const identity = await identityOf(ctx, personId)
    const { rows } = await ctx.client.query({ name: 'accounts', text, values: [personId, family] })
    const found: AccountOf[] = []
    for (const row of rows)
      found.push({
        relationshipId: row.relationship_id,
        name: row.name,
        relation: row.relation,
        account: row.account_id ? { id: row.account_id, since: row.since } : null,
        invitation: row.until ? { until: row.until, triesLeft: row.tries_left, by: row.by } : null,
        notYet: row.relationship_id
          ? ((await mayInviteParent(ctx, personId, row.relationship_id)) ?? null)
          : null,
      })
    return { actor: ctx.actor, identity, accounts: found }
  },
)
