import type { Ctx } from '@/db/door'
import { freezePlaces } from '@/db/places/freeze-place'
import { newId } from '@/lib/id'
import type { ReferralLine } from '@/lib/referrals/file'
import { declinedInFile } from '@/lib/referrals/referral'
import type { Classified, Someone } from './classify'
import { addAddresses, newAddress } from './keep-facts'

type Changed = Classified & {
  value: ReferralLine
  person: Someone
  episode: { id: string; status: string }
}

/** Brings what a later file says differently into the record, column by column; what it leaves empty stays. */
export async function correctReferrals(ctx: Ctx, rows: readonly Classified[]): Promise<void> {
  if (rows.length === 0) return
  const changed = rows as readonly Changed[]
  const moved = new Map<string, string>()
  for (const row of changed) {
    await correctPerson(ctx, row)
    await correctEpisode(ctx, row)
    await correctGroups(ctx, row)
    if (row.changed.includes('postcode')) {
      await correctAddress(ctx, row)
      moved.set(row.episode.id, row.value.postcode)
    }
    await ctx.client.query({
      name: 'import-marks',
      text: 'update imported_referrals set marks = marks || $3, imported_at = now() where partnership_id = $1 and episode_id = $2',
      values: [ctx.actor.partnershipId, row.episode.id, row.marks],
    })
  }
  await freezePlaces(ctx, [...moved.keys()], moved)
  await ctx.client.query('set constraints all immediate; set constraints all deferred')
}

async function correctPerson(ctx: Ctx, { changed, value, person }: Changed): Promise<void> {
  if (!(['given_name', 'family_name', 'known_as'] as const).some((column) => changed.includes(column))) return
  const now = (column: 'given_name' | 'family_name' | 'known_as', text: string) =>
    changed.includes(column) ? text : null
  await ctx.client.query({
    name: 'import-person',
    text: `update people set given_name = coalesce($3, given_name), family_name = coalesce($4, family_name),
      known_as = coalesce($5, known_as), version = version + 1 where partnership_id = $1 and id = $2`,
    values: [
      ctx.actor.partnershipId,
      person.id,
      now('given_name', value.givenName),
      now('family_name', value.familyName),
      now('known_as', value.knownAs),
    ],
  })
}

async function correctEpisode(ctx: Ctx, { changed, value, episode }: Changed): Promise<void> {
  const decided = changed.includes('accepted') && episode.status === 'waiting' ? value.accepted : undefined
  const status = decided === undefined ? null : decided ? 'open' : 'declined'
  if (status === null && !changed.includes('source') && !changed.includes('reason')) return
  await ctx.client.query({
    name: 'import-episode',
    text: `update episodes e set source = coalesce($3, e.source), words = coalesce($4, e.words), status = coalesce($5, e.status),
      decided_at = case when $5::text is null then e.decided_at else now() end,
      decided_by = case when $5::text is null then e.decided_by else $6::uuid end,
      declined_because = case when $5::text = 'declined' then $7 else e.declined_because end,
      accepted_on = case when $5::text = 'open' then e.referred_on else e.accepted_on end,
      named_worker_id = case when $5::text = 'open' then t.duty_staff_id else e.named_worker_id end, version = e.version + 1
      from teams t where e.partnership_id = $1 and e.id = $2 and t.partnership_id = e.partnership_id and t.id = e.team_id`,
    values: [
      ctx.actor.partnershipId,
      episode.id,
      changed.includes('source') ? (value.source ?? null) : null,
      changed.includes('reason') ? value.words : null,
      status,
      ctx.actor.staffId,
      declinedInFile,
    ],
  })
}

/** A corrected answer is a new row; the groups of this referral follow, those of others do not. */
async function correctGroups(ctx: Ctx, { changed, value, person, episode }: Changed): Promise<void> {
  const told: Record<string, string> = {}
  if (changed.includes('sex') && value.sex) told.sex = value.sex
  if (changed.includes('ethnic_category') && value.ethnicCategory) told.ethnicCategory = value.ethnicCategory
  for (const [fact, said] of Object.entries(told))
    await ctx.client.query(
      `insert into equality_facts (partnership_id, id, person_id, fact, value, by_staff_id) values ($1, $2, $3, $4, $5, $6)`,
      [ctx.actor.partnershipId, newId(), person.id, fact, said, ctx.actor.staffId],
    )
  if (Object.keys(told).length > 0)
    await ctx.client.query(
      'update episodes set groups = groups || $3 where partnership_id = $1 and id = $2',
      [ctx.actor.partnershipId, episode.id, told],
    )
}

/** The address that began on the referral day is put right, and stays in the history as corrected; another one ends there. */
async function correctAddress(ctx: Ctx, { value, person }: Changed): Promise<void> {
  const { rows } = await ctx.client.query<{ id: string }>(
    'select id from addresses where partnership_id = $1 and person_id = $2 and from_day = $3 and corrected_at is null',
    [ctx.actor.partnershipId, person.id, value.referredOn],
  )
  const wrong = rows[0]?.id ?? null
  if (wrong)
    await ctx.client.query(
      'update addresses set corrected_at = now() where partnership_id = $1 and id = $2',
      [ctx.actor.partnershipId, wrong],
    )
  await addAddresses(ctx, [newAddress(person.id, value.postcode, value.referredOn, wrong)])
}
