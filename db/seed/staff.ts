import type { Client } from 'pg'
import type { Role } from '@/lib/access/roles'
import { newId } from '@/lib/id'
import { insert } from './rows'

/** Accounts of the demonstration, offered with one press on its sign-in page. */
const accounts = {
  amira: {
    name: 'Amira Hussain',
    title: 'Clinical psychologist',
    org: 'trust',
    roles: [['clinician', 'ewmhs']],
  },
  jo: {
    name: 'Jo Pereira',
    title: 'Youth facilitator',
    org: 'charity',
    roles: [['facilitator', 'pathways']],
  },
  lena: {
    name: 'Lena Marsh',
    title: 'Team lead',
    org: 'trust',
    roles: [
      ['team-lead', 'ewmhs'],
      ['clinician', 'ewmhs'],
    ],
  },
  marcus: {
    name: 'Marcus Bell',
    title: 'Service manager',
    org: 'charity',
    roles: [['team-lead', 'pathways']],
  },
  cora: {
    name: 'Cora Whitfield',
    title: 'Commissioner for children and young people',
    org: 'board',
    roles: [['commissioner']],
  },
  pat: { name: 'Pat Singh', title: 'Privacy officer', org: 'trust', roles: [['privacy-officer']] },
  ada: { name: 'Ada Novak', title: 'Administrator', org: 'trust', roles: [['administrator']] },
} as const satisfies Record<
  string,
  { name: string; title: string; org: string; roles: readonly (readonly [Role, string?])[] }
>

export type Key = keyof typeof accounts
export type Teams = { ewmhs: string; school: string; pathways: string }
export type House = {
  partnershipId: string
  teams: Teams
  staff: Record<Key, string>
  /** Colleagues of the background, by team. */
  colleagues: Record<keyof Teams, string[]>
}

const names = {
  ewmhs: ['Ben Okafor', 'Ruth Adeyemi', 'Tom Fielding', 'Sana Malik', 'Iris Chen', 'Owen Pryce'],
  school: ['Nia Roberts', 'Callum Reid', 'Hana Ito', 'Femi Balogun'],
  pathways: ['Dani Costa', 'Yusuf Demir', 'Elsie Hart', 'Kit Nolan'],
}

/** The partnership of the demonstration: a trust with two teams, a charity, a commissioner, and the people who work there. */
export async function buildHouse(client: Client): Promise<House> {
  const partnershipId = newId()
  const org = { trust: newId(), charity: newId(), board: newId() }
  const teams: Teams = { ewmhs: newId(), school: newId(), pathways: newId() }
  const staff = Object.fromEntries(Object.keys(accounts).map((k) => [k, newId()])) as Record<Key, string>
  const colleagues = {
    ewmhs: names.ewmhs.map(newId),
    school: names.school.map(newId),
    pathways: names.pathways.map(newId),
  }
  const all = <T extends object>(rows: T[]) => rows.map((row) => ({ partnership_id: partnershipId, ...row }))

  await client.query(
    'insert into partnerships (id, name, demonstration, idle_minutes) values ($1, $2, true, 60)',
    [partnershipId, 'Estuary Partnership'],
  )
  await insert(
    client,
    'organisations',
    all([
      {
        id: org.trust,
        name: 'Estuary NHS Foundation Trust',
        kind: 'nhs',
        ods_code: 'RZZ',
        made_at: new Date(),
      },
      { id: org.charity, name: 'Estuary Mind', kind: 'charity', ods_code: null, made_at: new Date() },
      {
        id: org.board,
        name: 'Estuary Integrated Care Board',
        kind: 'commissioner',
        ods_code: null,
        made_at: new Date(),
      },
    ]),
  )
  const member = (
    id: string,
    organisation_id: string | null,
    name: string,
    job_title: string,
    email: string | null,
    kind = 'person',
  ) => ({
    id,
    organisation_id,
    name,
    job_title,
    email,
    kind,
    status: 'active',
    version: 1,
    made_at: new Date(),
  })
  const system = newId()
  await insert(
    client,
    'staff',
    all([
      ...(Object.keys(accounts) as Key[]).map((k) => {
        const a = accounts[k]
        return member(staff[k], org[a.org], a.name, a.title, `${k}@estuary.example`)
      }),
      ...(Object.keys(names) as (keyof Teams)[]).flatMap((team) =>
        names[team].map((name, i) =>
          member(
            colleagues[team][i]!,
            team === 'pathways' ? org.charity : org.trust,
            name,
            team === 'pathways' ? 'Youth facilitator' : 'Clinician',
            null,
          ),
        ),
      ),
      member(system, null, 'Footpath itself', '', null, 'system'),
    ]),
  )
  const team = (id: string, organisation_id: string, name: string, kind: string, duty_staff_id: string) => ({
    id,
    organisation_id,
    name,
    kind,
    duty_staff_id,
    version: 1,
    made_at: new Date(),
  })
  await insert(
    client,
    'teams',
    all([
      team(teams.ewmhs, org.trust, 'EWMHS', 'clinical', colleagues.ewmhs[0]!),
      team(teams.school, org.trust, 'Mental health in schools', 'clinical', colleagues.school[0]!),
      team(teams.pathways, org.charity, 'Positive Pathways', 'community', colleagues.pathways[0]!),
    ]),
  )
  const holds = (staff_id: string, role: Role, team_id: string | null, referrals_desk = false) => ({
    id: newId(),
    staff_id,
    role,
    team_id,
    referrals_desk,
    from_day: '2023-01-01',
    made_at: new Date(),
  })
  await insert(
    client,
    'memberships',
    all([
      ...(Object.keys(accounts) as Key[]).flatMap((k) =>
        accounts[k].roles.map(([role, at]: readonly [Role, string?]) =>
          holds(staff[k], role, at ? teams[at as keyof Teams] : null, k === 'lena'),
        ),
      ),
      ...(Object.keys(names) as (keyof Teams)[]).flatMap((at) =>
        colleagues[at].map((id) => holds(id, at === 'pathways' ? 'facilitator' : 'clinician', teams[at])),
      ),
      holds(system, 'system', null),
    ]),
  )
  return { partnershipId, teams, staff, colleagues }
}
