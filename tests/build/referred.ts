import { newId } from '@/lib/id'
import { type Domain, domainKeys } from '@/lib/places/deprivation'
import type { Partnership, Team, Worker } from './partnership'
import { sql } from './sql'

export type Referred = {
  /** The same key is the same young person. */
  who?: string
  on: string
  reference?: string
  accepted?: boolean
  comeBackOf?: string
  /** Tenths of the place: one for all domains, some by domain, or null where it is not known. */
  tenth: number | null | Partial<Record<Domain, number>>
  /** A goal with these numbers by the young person, a week apart from the day given. */
  ratings?: { from: string; values: (number | null)[]; rater?: string }[]
  id?: string
}

/** Many referrals at once, with their places already frozen in one edition. */
export async function referred(
  p: Partnership,
  team: Team,
  by: Worker,
  rows: readonly Referred[],
  edition = '2019',
): Promise<void> {
  const people = new Map<string, string>()
  const all = rows.map((row) => {
    const who = row.who ?? newId()
    const personId = people.get(who) ?? newId()
    people.set(who, personId)
    const tenths =
      typeof row.tenth === 'number'
        ? Object.fromEntries(domainKeys.map((domain) => [domain, row.tenth]))
        : (row.tenth ?? {})
    return {
      ...row,
      id: row.id ?? newId(),
      personId,
      tenths,
      goals: (row.ratings ?? []).map((goal) => ({ ...goal, id: newId() })),
    }
  })
  await sql(
    `insert into people (partnership_id, id, given_name, family_name, born, nhs_number_absent)
    select $1, x, 'Ada', 'Invented', '2010-01-01', 'not-known-yet' from unnest($2::uuid[]) x`,
    [p.id, [...people.values()]],
  )
  await sql(
    `insert into episodes (partnership_id, id, person_id, team_id, status, referred_on, source, reference, accepted_on, ended_on, ended_how, come_back_of)
    select $1, e.id, e."personId", $2, case when e.accepted then 'ended' else 'waiting' end, e."on", 'A1', e.reference,
      case when e.accepted then e."on" end, case when e.accepted then e."on" end, case when e.accepted then 'planned' end, e."comeBackOf"
    from jsonb_to_recordset($3) as e (id uuid, "personId" uuid, "on" date, reference text, accepted boolean, "comeBackOf" uuid)`,
    [p.id, team.id, JSON.stringify(all)],
  )
  await sql(
    `insert into episode_places (partnership_id, episode_id, person_id, edition, vintage, status, ${domainKeys.join(', ')})
    select $1, e.id, e."personId", $2, '2011', case when e.tenths = '{}' then 'not-found' else 'matched' end,
      ${domainKeys.map((domain) => `(e.tenths ->> '${domain}')::smallint`).join(', ')}
    from jsonb_to_recordset($3) as e (id uuid, "personId" uuid, tenths jsonb)`,
    [p.id, edition, JSON.stringify(all)],
  )
  const goals = all.flatMap((e) =>
    e.goals.map((g) => ({ ...g, episodeId: e.id, personId: e.personId, on: e.on })),
  )
  await sql(
    `insert into goals (partnership_id, id, episode_id, person_id, words, whose, rank, agreed_on, by_staff_id)
    select $1, g.id, g."episodeId", g."personId", 'Sleep through the night', 'young-person', 1, g."on", $2
    from jsonb_to_recordset($3) as g (id uuid, "episodeId" uuid, "personId" uuid, "on" date)`,
    [p.id, by.id, JSON.stringify(goals)],
  )
  const given = goals.flatMap((g) =>
    g.values.map((value, week) => ({
      id: newId(),
      goalId: g.id,
      episodeId: g.episodeId,
      personId: g.personId,
      rater: g.rater ?? 'young-person',
      from: g.from,
      week,
      value,
      notToday: value === null ? 'no-time' : null,
    })),
  )
  await sql(
    `insert into ratings (partnership_id, id, goal_id, episode_id, person_id, rater, rated_on, value, not_today, by_staff_id)
    select $1, r.id, r."goalId", r."episodeId", r."personId", r.rater, r."from" + 7 * r.week, r.value, r."notToday", $2
    from jsonb_to_recordset($3) as r (id uuid, "goalId" uuid, "episodeId" uuid, "personId" uuid, rater text, "from" date, week int, value smallint, "notToday" text)`,
    [p.id, by.id, JSON.stringify(given)],
  )
}

/** An edition of the indices that counts as loaded; its areas do not matter where places are frozen already. */
export const editionLoaded = (edition = '2019', vintage = '2011') =>
  sql(
    `insert into place_editions (edition, vintage, areas, file_name, file_hash) values ($1, $2, 2, 'a test', '-') on conflict do nothing`,
    [edition, vintage],
  )
