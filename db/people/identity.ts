import type { Ctx } from '@/db/door'
import { ageOn } from '@/lib/day'
import { notFound } from '@/lib/errors'
import type { Grouping } from '@/lib/grouping/grouping'
import type { Step } from '@/lib/handover/steps'
import { isId } from '@/lib/id'
import { fullName, shortName, shownName } from '@/lib/people/names'

/** What the top of every page of a record says, and which episode the page is about. */
export type Identity = {
  personId: string
  /** Known-as and family name. */
  name: string
  knownAs: string
  /** Known-as name and an initial, for paper. */
  shortName: string
  pronouns: string
  age: number
  born: string
  /** Ten digits, or null. */
  nhsNumber: string | null
  safeContact: string
  communicationNeeds: string
  /** The open episode, else the newest within reach. */
  episode: { id: string; status: 'waiting' | 'open' | 'declined' | 'ended'; teamId: string; version: number }
  namedWorker: { id: string; name: string } | null
  /** The other worker while a hand-over is under way. */
  alsoBeside: { id: string; name: string } | null
  handover: { id: string; step: Step } | null
  /** Of this episode: after a come-back nothing is agreed until they agree it again. */
  grouping: Grouping | null
  /** Whether a safety plan was started; it is one press away from every page of theirs. */
  hasSafetyPlan: boolean
  /** Until when a record opened in need stays open for whoever is looking; null for those within whose reach it is. */
  openedInNeedUntil: Date | null
}

const text = `
  select p.given_name, p.family_name, p.known_as, p.pronouns, p.born, p.nhs_number, p.safe_contact, p.communication_needs,
    e.id as episode_id, e.status, e.team_id, e.version, w.id as worker_id, w.name as worker_name,
    h.id as handover_id, h.step, o.id as other_id, o.name as other_name, g.grouping,
    exists (select from plan_versions v where v.person_id = p.id and v.kind = 'safety') as has_safety_plan,
    (select max(r.to_at) from app.reach r where r.episode_id = e.id having bool_and(r.because = 'break-glass')) as in_need_until
  from people p
  join lateral (
    select x.* from episodes x where x.person_id = p.id
    order by array_position(array['open', 'waiting', 'ended', 'declined'], x.status), x.referred_on desc, x.made_at desc limit 1
  ) e on true
  left join staff w on w.partnership_id = p.partnership_id and w.id = e.named_worker_id
  left join handovers h on h.episode_id = e.id and h.state = 'active'
  left join staff o on o.partnership_id = p.partnership_id and h.accepted_at is not null
    and o.id = case when h.receiving_worker_id = e.named_worker_id then h.sending_worker_id else h.receiving_worker_id end
  left join lateral (
    select d.grouping from grouping_decisions d where d.episode_id = e.id and d.superseded_at is null limit 1
  ) g on true
  where p.id = $1`

/**
 * The identity of a young person within reach; marks the record as opened, so that the audit says who looked.
 * @throws not found when missing or out of reach
 */
export async function identityOf(ctx: Ctx, personId: string): Promise<Identity> {
  if (!isId(personId)) throw notFound()
  const { rows } = await ctx.client.query({ name: 'identity', text, values: [personId] })
  const row = rows[0]
  if (!row) throw notFound()
  ctx.about({ personId })
  const names = { given: row.given_name, family: row.family_name, knownAs: row.known_as }
  return {
    personId,
    name: fullName(names),
    knownAs: shownName(names),
    shortName: shortName(names),
    pronouns: row.pronouns,
    age: ageOn(row.born, ctx.today),
    born: row.born,
    nhsNumber: row.nhs_number,
    safeContact: row.safe_contact,
    communicationNeeds: row.communication_needs,
    episode: { id: row.episode_id, status: row.status, teamId: row.team_id, version: row.version },
    namedWorker: row.worker_id ? { id: row.worker_id, name: row.worker_name } : null,
    alsoBeside: row.other_id ? { id: row.other_id, name: row.other_name } : null,
    handover: row.handover_id ? { id: row.handover_id, step: row.step } : null,
    grouping: row.grouping,
    hasSafetyPlan: row.has_safety_plan,
    openedInNeedUntil: row.in_need_until,
  }
}
