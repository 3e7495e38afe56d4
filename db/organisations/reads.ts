import type { Ctx } from '@/db/door'
import { read } from '@/db/read'
import { notFound } from '@/lib/errors'
import type { LastRatingRule } from '@/lib/goals/last-rating'
import { isId } from '@/lib/id'
import type { HeldRole } from '@/lib/organisations/membership'
import type { OrganisationKind } from '@/lib/organisations/organisation'
import type { Standing } from '@/lib/organisations/staff'
import type { TeamKind } from '@/lib/organisations/team'
import { dutyTeams, youngPeopleWith } from './held'
import { workingIn } from './team-held'

export type StaffFilter = { name: string; role?: HeldRole | ''; status?: Standing | ''; page: number }

/** People on one page of the list. */
const perPage = 50

export type StaffRow = {
  id: string
  name: string
  jobTitle: string
  organisation: string
  status: Standing
  roles: { role: HeldRole; team: string | null }[]
}

/** Everyone who works here, by name. Empty is everyone; `name` is part of a name. */
export const staffList = read('staffList', async (ctx, params: StaffFilter) => {
  const part = params.name.trim().slice(0, 100)
  const { rows } = await ctx.client.query<StaffRow & { total: number }>(
    `select s.id, s.name, s.job_title as "jobTitle", coalesce(o.name, '') as organisation, s.status,
       count(*) over ()::int as total,
       coalesce((
         select json_agg(json_build_object('role', m.role, 'team', t.name) order by m.role, t.name)
         from memberships m left join teams t on t.partnership_id = m.partnership_id and t.id = m.team_id
         where m.partnership_id = s.partnership_id and m.staff_id = s.id
           and m.from_day <= $2::date and (m.to_day is null or m.to_day > $2::date)
       ), '[]'::json) as roles
     from staff s left join organisations o on o.partnership_id = s.partnership_id and o.id = s.organisation_id
     where s.partnership_id = $1 and s.kind = 'person' and ($3 = '' or strpos(lower(s.name), lower($3)) > 0)
       and ($5 = '' or s.status = $5)
       and ($6 = '' or exists (
         select from memberships m where m.partnership_id = s.partnership_id and m.staff_id = s.id and m.role = $6
           and m.from_day <= $2::date and (m.to_day is null or m.to_day > $2::date)))
     order by s.status = 'left', lower(s.name), s.id
     limit ${perPage} offset $4`,
    [
      ctx.actor.partnershipId,
      ctx.today,
      part,
      (params.page - 1) * perPage,
      params.status ?? '',
      params.role ?? '',
    ],
  )
  const total = rows[0]?.total ?? 0
  return {
    actor: ctx.actor,
    filter: { ...params, name: part },
    pages: Math.max(1, Math.ceil(total / perPage)),
    total,
    rows: rows.map(({ total: _, ...row }) => row),
  }
})

/** What the form for somebody new offers. */
export const staffForm = read('staffForm', async (ctx) => ({
  actor: ctx.actor,
  organisations: await organisationsHere(ctx),
  teams: await openTeams(ctx),
}))

/** One person who works here: their account and roles, and how many young people count on them. No records. */
export const staffMember = read('staffMember', async (ctx, { staffId }: { staffId: string }) => {
  if (!isId(staffId)) throw notFound()
  const { rows } = await ctx.client.query<{
    id: string
    name: string
    email: string | null
    jobTitle: string
    organisationId: string | null
    organisation: string | null
    status: Standing
    version: number
  }>(
    `select s.id, s.name, s.email, s.job_title as "jobTitle", s.organisation_id as "organisationId", o.name as organisation,
       s.status, s.version
     from staff s left join organisations o on o.partnership_id = s.partnership_id and o.id = s.organisation_id
     where s.partnership_id = $1 and s.id = $2 and s.kind = 'person'`,
    [ctx.actor.partnershipId, staffId],
  )
  const staff = rows[0]
  if (!staff) throw notFound()
  const roles = await ctx.client.query<{
    id: string
    role: HeldRole
    teamId: string | null
    team: string | null
    referralsDesk: boolean
    since: string
  }>(
    `select m.id, m.role, m.team_id as "teamId", t.name as team, m.referrals_desk as "referralsDesk", m.from_day as since
     from memberships m left join teams t on t.partnership_id = m.partnership_id and t.id = m.team_id
     where m.partnership_id = $1 and m.staff_id = $2 and m.from_day <= $3::date and (m.to_day is null or m.to_day > $3::date)
     order by m.from_day, m.made_at, m.id`,
    [ctx.actor.partnershipId, staffId, ctx.today],
  )
  return {
    actor: ctx.actor,
    staff,
    oneself: staff.id === ctx.actor.staffId,
    roles: roles.rows,
    dutyTeams: await dutyTeams(ctx, staffId),
    youngPeople: await youngPeopleWith(ctx, staffId, null),
    organisations: await organisationsHere(ctx),
    teams: await openTeams(ctx),
  }
})

export type TeamRow = {
  id: string
  name: string
  kind: TeamKind
  duty: string | null
  people: number
  closedOn: string | null
}

/** The organisations of the partnership, each with its teams; closed teams last. */
export const teamList = read('teamList', async (ctx) => {
  const organisations = await organisationsHere(ctx)
  const { rows } = await ctx.client.query<TeamRow & { organisationId: string }>(
    `select t.id, t.organisation_id as "organisationId", t.name, t.kind, d.name as duty, t.closed_on as "closedOn", (
       select count(distinct m.staff_id)::int from memberships m
       join staff s on s.partnership_id = m.partnership_id and s.id = m.staff_id and s.status <> 'left'
       where m.partnership_id = t.partnership_id and m.team_id = t.id
         and m.from_day <= $2::date and (m.to_day is null or m.to_day > $2::date)
     ) as people
     from teams t left join staff d on d.partnership_id = t.partnership_id and d.id = t.duty_staff_id
     where t.partnership_id = $1 order by t.closed_on is not null, lower(t.name), t.id`,
    [ctx.actor.partnershipId, ctx.today],
  )
  return {
    actor: ctx.actor,
    organisations: organisations.map((organisation) => ({
      ...organisation,
      teams: rows.filter((team) => team.organisationId === organisation.id),
    })),
  }
})

/** One team: what may be changed, who works in it, and what it holds in numbers. */
export const team = read('team', async (ctx, { teamId }: { teamId: string }) => {
  if (!isId(teamId)) throw notFound()
  const { rows } = await ctx.client.query<{
    id: string
    name: string
    kind: TeamKind
    organisation: string
    dutyStaffId: string | null
    duty: string | null
    closedOn: string | null
    version: number
  }>(
    `select t.id, t.name, t.kind, o.name as organisation, t.duty_staff_id as "dutyStaffId", d.name as duty,
       t.closed_on as "closedOn", t.version
     from teams t
     join organisations o on o.partnership_id = t.partnership_id and o.id = t.organisation_id
     left join staff d on d.partnership_id = t.partnership_id and d.id = t.duty_staff_id
     where t.partnership_id = $1 and t.id = $2`,
    [ctx.actor.partnershipId, teamId],
  )
  const found = rows[0]
  if (!found) throw notFound()
  const people = await ctx.client.query<{
    id: string
    name: string
    role: HeldRole
    referralsDesk: boolean
    status: Standing
  }>(
    `select s.id, s.name, m.role, m.referrals_desk as "referralsDesk", s.status from memberships m
     join staff s on s.partnership_id = m.partnership_id and s.id = m.staff_id
     where m.partnership_id = $1 and m.team_id = $2 and m.from_day <= $3::date and (m.to_day is null or m.to_day > $3::date)
     order by lower(s.name), s.id, m.role`,
    [ctx.actor.partnershipId, teamId, ctx.today],
  )
  const held = await ctx.client.query<{ open: number; waiting: number; handovers: number }>(
    'select * from app.held_by_team($1)',
    [teamId],
  )
  return {
    actor: ctx.actor,
    team: found,
    people: people.rows,
    duty: await workingIn(ctx, teamId),
    held: held.rows[0] ?? { open: 0, waiting: 0, handovers: 0 },
  }
})

/** What the partnership has set for itself. */
export const settings = read('settings', async (ctx) => {
  const { rows } = await ctx.client.query<{
    idleMinutes: number
    hiddenLimit: number
    comeBackMonths: number
    secondStep: boolean
    showLastRating: LastRatingRule
    version: number
  }>(
    `select idle_minutes as "idleMinutes", hidden_limit as "hiddenLimit", come_back_months as "comeBackMonths",
       second_step as "secondStep", show_last_rating as "showLastRating", version from partnerships where id = $1`,
    [ctx.actor.partnershipId],
  )
  return { actor: ctx.actor, settings: rows[0]! }
})

const organisationsHere = async (ctx: Ctx) => {
  const { rows } = await ctx.client.query<{
    id: string
    name: string
    kind: OrganisationKind
    odsCode: string | null
  }>(
    'select id, name, kind, ods_code as "odsCode" from organisations where partnership_id = $1 order by lower(name), id',
    [ctx.actor.partnershipId],
  )
  return rows
}

const openTeams = async (ctx: Ctx) => {
  const { rows } = await ctx.client.query<{ id: string; name: string; organisation: string }>(
    `select t.id, t.name, o.name as organisation from teams t
     join organisations o on o.partnership_id = t.partnership_id and o.id = t.organisation_id
     where t.partnership_id = $1 and t.closed_on is null order by lower(t.name), t.id`,
    [ctx.actor.partnershipId],
  )
  return rows
}
