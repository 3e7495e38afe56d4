import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { membersOf } from '@/db/referrals/members'
import { ageOn, type Day } from '@/lib/day'
import { daysLate, silenceDays } from '@/lib/handover/clocks'
import { missingFor } from '@/lib/handover/moves'
import { steps } from '@/lib/handover/steps'
import { actingIn, daysInStep, findHandover, type Handover, handoverOf, handoverText } from './held'
import { wayBack } from './way-back'

/** Cards drawn in one column; beyond that the column says how many more there are. */
const cardsInColumn = 30

const board = `
  with mine as (${handoverText}
    where (h.from_team_id = any ($1::uuid[]) or h.to_team_id = any ($1::uuid[]))
      and (h.state = 'active' or h.state = 'ended' and h.come_back_until >= $2::date)
  ), placed as (
    select mine.*, count(*) over (partition by step)::int as in_step,
      count(*) filter (where state = 'active' and $2::date - last_heard > ${silenceDays}) over (partition by step)::int as late_in_step,
      row_number() over (partition by step order by state <> 'active', last_heard, step_since, id) as place
    from mine
  )
  select * from placed where place <= ${cardsInColumn} order by place`

/** Invitations that wait for an answer of one's own teams. */
const invitations = `${handoverText}
  where h.to_team_id = any ($1::uuid[]) and h.state = 'active' and h.invited_at is not null and h.accepted_at is null
  order by h.invited_at limit 50`

const over = `
  ${handoverText}
  where (h.from_team_id = any ($1::uuid[]) or h.to_team_id = any ($1::uuid[])) and h.state in ('declined', 'stopped', 'came-back')
    and coalesce(h.declined_at, h.ended_at) > $2::date - 30
    and not exists (select from handovers later where later.episode_id = h.episode_id and later.made_at > h.made_at)
  order by coalesce(h.declined_at, h.ended_at) desc limit 20`

export type Card = Handover & {
  age: number
  days: number
  /** Days since somebody had to be in touch; 0 while it is not late. */
  late: number
  missing: string[]
}

/** The hand-overs of one's own teams by step, late ones first, and the invitations that wait for an answer. */
export const handoverBoard = read('handovers', async (ctx, _: undefined) => {
  const { actor, client, today } = ctx
  const values = [actor.teamIds, today]
  const cards = (await client.query({ name: 'handover board', text: board, values })).rows
  const past = (await client.query({ name: 'handovers over', text: over, values })).rows
  const invited = (
    await client.query({ name: 'handover invitations', text: invitations, values: [actor.teamIds] })
  ).rows
  const ids = new Set([...cards, ...past, ...invited].map((row) => row.person_id as string))
  ctx.about({ detail: { people: ids.size, ids: [...ids] } })
  return {
    actor,
    today,
    invitations: invited.map((row) => handoverOf(row, today)),
    columns: steps.map((step) => {
      const own = cards.filter((row) => row.step === step)
      return {
        step,
        count: (own[0]?.in_step ?? 0) as number,
        late: (own[0]?.late_in_step ?? 0) as number,
        cards: own.map((row) => cardOf(handoverOf(row, today), today)),
      }
    }),
    over: past.map((row) => handoverOf(row, today)),
  }
})

const cardOf = (handover: Handover, today: Day): Card => ({
  ...handover,
  age: ageOn(handover.born, today),
  days: daysInStep(handover, today),
  late: handover.state.state === 'active' ? daysLate(handover.lastHeard, today) : 0,
  missing: handover.state.state === 'active' ? missingFor(handover.state) : [],
})

type Event = { what: string; words: string; at: Date; by: string }

/** The hand-over page of a young person: the one under way, or the last one, and whether they can come back. */
export const handoverOfPerson = read('handover', async (ctx, { personId }: { personId: string }) => {
  const back = await wayBack(ctx, personId)
  const { identity } = back
  const { rows } = await ctx.client.query({
    name: 'handovers of person',
    text: `${handoverText} where h.person_id = $1 order by h.made_at desc`,
    values: [personId],
  })
  const all = rows.map((row) => handoverOf(row, ctx.today))
  const current =
    all.find((one) => one.state.state === 'active') ??
    all.find((one) => one.episodeId === identity.episode.id && one.state.state === 'ended') ??
    null
  return {
    actor: ctx.actor,
    identity,
    today: ctx.today,
    now: ctx.now,
    current: current && {
      ...cardOf(current, ctx.today),
      by: actingIn(ctx, current),
      events: await eventsOf(ctx, current.id),
    },
    earlier: all.filter((one) => one !== current),
    comeBack: { because: back.because, to: back.to.name, until: back.until },
  }
})

const eventsOf = async (ctx: Ctx, handoverId: string): Promise<Event[]> => {
  const { rows } = await ctx.client.query<Event>({
    name: 'events of handover',
    text: `select x.what, x.words, x.made_at as at, s.name as by from handover_steps x
      join staff s on s.partnership_id = x.partnership_id and s.id = x.by_staff_id
      where x.handover_id = $1 order by x.made_at, x.id`,
    values: [handoverId],
  })
  return rows
}

/** One hand-over for the short pages that change it. */
export const handoverForm = read('handoverForm', async (ctx, { handoverId }: { handoverId: string }) => {
  const found = await findHandover(ctx, handoverId)
  const identity = await identityOf(ctx, found.personId)
  const duty = await ctx.client.query(
    'select s.name from teams t join staff s on s.partnership_id = t.partnership_id and s.id = t.duty_staff_id where t.id = $1',
    [found.to.teamId],
  )
  return {
    actor: ctx.actor,
    identity,
    today: ctx.today,
    handover: cardOf(found, ctx.today),
    by: actingIn(ctx, found),
    sendingMembers: await membersOf(ctx, found.from.teamId),
    receivingMembers: (await membersOf(ctx, found.to.teamId)).filter(
      (one) => one.id !== found.from.worker.id,
    ),
    duty: (duty.rows[0]?.name ?? null) as string | null,
  }
})

/** What starting a hand-over needs: the other teams of the partnership, and who of one's own could take them back. */
export const newHandover = read('newHandover', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  const { rows } = await ctx.client.query<{ id: string; name: string; organisation: string; ours: boolean }>(
    `select t.id, t.name, o.name as organisation, o.id = own.organisation_id as ours
     from teams t join organisations o on o.partnership_id = t.partnership_id and o.id = t.organisation_id
     join teams own on own.partnership_id = t.partnership_id and own.id = $1
     where t.id <> $1 and (t.closed_on is null or t.closed_on > $2) order by ours, o.name, t.name`,
    [identity.episode.teamId, ctx.today],
  )
  return { actor: ctx.actor, identity, teams: rows, members: await membersOf(ctx, identity.episode.teamId) }
})

/** The page where somebody comes back. */
export const comeBackForm = read('comeBackForm', async (ctx, { personId }: { personId: string }) => {
  const { identity, because, to, until, members, workerId, handover } = await wayBack(ctx, personId)
  const goals = await ctx.client.query<{ goals: number }>(
    'select count(*)::int as goals from goals where person_id = $1 and ended_on is null',
    [personId],
  )
  return {
    actor: ctx.actor,
    identity,
    because,
    to: to.name,
    until,
    members,
    workerId,
    ours: ctx.actor.teamIds.includes(to.id),
    receiving: handover?.to ?? null,
    goals: goals.rows[0]!.goals,
  }
})
