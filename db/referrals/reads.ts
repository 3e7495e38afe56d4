import type { Ctx } from '@/db/door'
import { identityOf } from '@/db/people/identity'
import { findWithinReach, searchOf } from '@/db/people/search'
import { read } from '@/db/read'
import { ageOn, daysBetween } from '@/lib/day'
import { notFound } from '@/lib/errors'
import { isId } from '@/lib/id'
import { fullName, shownName } from '@/lib/people/names'
import { declinedInWords, sourceInWords } from '@/lib/referrals/referral'
import { membersOf } from './members'

/** Rows on one page of the inbox. */
const inboxPage = 25

const inbox = `
  select e.id, e.person_id, p.given_name, p.family_name, p.known_as, e.referred_on, e.source, e.team_id, t.name as team_name,
    $2::date - e.referred_on as days, count(*) over ()::int as total
  from episodes e
  join people p on p.partnership_id = e.partnership_id and p.id = e.person_id
  join teams t on t.partnership_id = e.partnership_id and t.id = e.team_id
  where e.team_id = any ($1::uuid[]) and e.status = 'waiting' and ($3::uuid is null or e.team_id = $3)
  order by e.referred_on, e.made_at, e.id
  limit ${inboxPage} offset $4`

/** Who waits for a decision in one's own teams, the longest first. */
export const referrals = read('referrals', async (ctx, filter: { team?: string; page?: number }) => {
  const team = isId(filter.team) ? filter.team : null
  const page = Math.max(1, filter.page ?? 1)
  const { rows } = await ctx.client.query({
    name: 'referrals',
    text: inbox,
    values: [ctx.actor.teamIds, ctx.today, team, (page - 1) * inboxPage],
  })
  ctx.about({ detail: { people: rows.length, ids: rows.map((row) => row.person_id) } })
  const total: number = rows[0]?.total ?? 0
  return {
    actor: ctx.actor,
    teams: await ownTeams(ctx),
    team,
    page,
    pages: Math.max(1, Math.ceil(total / inboxPage)),
    total,
    waiting: rows.map((row) => ({
      episodeId: row.id as string,
      name: nameOf(row),
      referredOn: row.referred_on as string,
      days: row.days as number,
      source: sourceInWords(row.source),
      team: row.team_name as string,
    })),
  }
})

/** Before and while a referral is written: what was typed, who it may be, and the teams it can be for. */
export const newReferral = read(
  'newReferral',
  async (ctx, asked: { searchId?: string; personId?: string }) => {
    const teams = await ownTeams(ctx)
    if (asked.searchId === undefined) return { actor: ctx.actor, today: ctx.today, teams, search: null }
    const { typed, knownHere } = await searchOf(ctx, asked.searchId, 'referral')
    const query = {
      nhsNumber: typed.nhsNumber || null,
      born: typed.born ?? null,
      words: `${typed.givenName} ${typed.familyName}`,
      problem: null,
    }
    const candidates = await findWithinReach(ctx, query)
    return {
      actor: ctx.actor,
      today: ctx.today,
      teams,
      search: {
        id: asked.searchId,
        givenName: typed.givenName ?? '',
        familyName: typed.familyName ?? '',
        born: typed.born ?? '',
        nhsNumber: typed.nhsNumber ?? '',
        knownHere,
        candidates,
        person: asked.personId === undefined ? null : await personForReferral(ctx, asked.personId),
      },
    }
  },
)

async function personForReferral(ctx: Ctx, personId: string) {
  if (!isId(personId)) throw notFound()
  const { rows } = await ctx.client.query(
    `select p.given_name, p.family_name, p.known_as, p.born, p.nhs_number, p.safe_contact,
       (select a.postcode from addresses a where a.person_id = p.id and a.corrected_at is null
        order by a.from_day desc, a.made_at desc limit 1) as postcode
     from people p where p.id = $1`,
    [personId],
  )
  const row = rows[0]
  if (!row) throw notFound()
  ctx.about({ personId })
  return {
    personId,
    name: nameOf(row),
    born: row.born as string,
    nhsNumber: row.nhs_number as string | null,
    safeContact: row.safe_contact as string,
    postcode: (row.postcode ?? '') as string,
  }
}

const one = `
  select e.id, e.person_id, e.team_id, t.name as team_name, e.status, e.referred_on, e.source, e.referred_by, e.words,
    e.reference, e.version, e.declined_because, e.declined_words, e.accepted_on, e.ended_on, e.decided_at,
    b.name as decided_by, w.id as worker_id, w.name as worker_name, d.name as duty_name,
    p.given_name, p.family_name, p.known_as, p.pronouns, p.born, p.nhs_number, p.safe_contact,
    exists (select from handovers h where h.episode_id = e.id and h.state = 'active') as handover,
    (select a.postcode from addresses a where a.person_id = p.id and a.corrected_at is null
     order by a.from_day desc, a.made_at desc limit 1) as postcode,
    (select count(*)::int from episodes x where x.person_id = e.person_id and x.id <> e.id) as others
  from episodes e
  join people p on p.partnership_id = e.partnership_id and p.id = e.person_id
  join teams t on t.partnership_id = e.partnership_id and t.id = e.team_id
  left join staff b on b.partnership_id = e.partnership_id and b.id = e.decided_by
  left join staff w on w.partnership_id = e.partnership_id and w.id = e.named_worker_id
  left join staff d on d.partnership_id = e.partnership_id and d.id = t.duty_staff_id
  where e.id = $1`

/** One referral, with what its decision needs. A record is opened by it, and the audit says so. */
export const referral = read('referral', async (ctx, episodeId: string) => {
  const row = await oneOf(ctx, one, episodeId)
  ctx.about({ personId: row.person_id, recordId: row.id })
  const ours = ctx.actor.teamIds.includes(row.team_id)
  return {
    actor: ctx.actor,
    episodeId: row.id as string,
    personId: row.person_id as string,
    name: nameOf(row),
    knownAs: shownName({ given: row.given_name, knownAs: row.known_as }),
    pronouns: row.pronouns as string,
    born: row.born as string,
    age: ageOn(row.born, ctx.today),
    nhsNumber: row.nhs_number as string | null,
    safeContact: row.safe_contact as string,
    postcode: (row.postcode ?? '') as string,
    team: row.team_name as string,
    dutyName: row.duty_name as string | null,
    status: row.status as 'waiting' | 'open' | 'declined' | 'ended',
    version: row.version as number,
    referredOn: row.referred_on as string,
    daysWaiting: daysBetween(row.referred_on, ctx.today),
    source: sourceInWords(row.source),
    referredBy: row.referred_by as string,
    reference: row.reference as string | null,
    words: row.words as string,
    acceptedOn: row.accepted_on as string | null,
    endedOn: row.ended_on as string | null,
    declinedBecause: row.declined_because ? declinedInWords(row.declined_because) : null,
    declinedWords: row.declined_words as string,
    decidedBy: row.decided_by as string | null,
    decidedAt: row.decided_at as Date | null,
    namedWorker: row.worker_id ? { id: row.worker_id as string, name: row.worker_name as string } : null,
    otherReferrals: row.others as number,
    /** Facilitators look; clinicians and team leads of the team decide. */
    mayDecide: ours && ctx.actor.role !== 'facilitator',
    members: ours ? await membersOf(ctx, row.team_id) : [],
  }
})

/** What the page that ends an episode needs: the open episode that one's own team holds, else the newest of them. */
export const endingOf = read('ending', async (ctx, personId: string) => {
  const identity = await identityOf(ctx, personId)
  const { rows } = await ctx.client.query(
    `select e.id from episodes e where e.person_id = $1
     order by e.status = 'open' desc, e.team_id = any ($2::uuid[]) desc, e.referred_on desc, e.made_at desc limit 1`,
    [personId, ctx.actor.teamIds],
  )
  const row = await oneOf(ctx, one, rows[0]?.id ?? '')
  ctx.about({ recordId: row.id })
  return {
    actor: ctx.actor,
    identity,
    today: ctx.today,
    episodeId: row.id as string,
    version: row.version as number,
    team: row.team_name as string,
    ours: ctx.actor.teamIds.includes(row.team_id),
    status: row.status as 'waiting' | 'open' | 'declined' | 'ended',
    handover: row.handover as boolean,
  }
})

async function oneOf(ctx: Ctx, text: string, episodeId: string) {
  if (!isId(episodeId)) throw notFound()
  const { rows } = await ctx.client.query(text, [episodeId])
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Teams of the acting role, by name. */
async function ownTeams(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  const { rows } = await ctx.client.query<{ id: string; name: string }>(
    'select id, name from teams where id = any ($1::uuid[]) and closed_on is null order by name, id',
    [ctx.actor.teamIds],
  )
  return rows
}

const nameOf = (row: { given_name: string; family_name: string; known_as: string }) =>
  fullName({ given: row.given_name, family: row.family_name, knownAs: row.known_as })
