import { changePassword } from '@/db/access/change-password'
import { endSession } from '@/db/access/end-session'
import { hashPassword } from '@/db/access/hash'
import { renewRecoveryCodes } from '@/db/access/renew-recovery-codes'
import { newToken } from '@/db/access/session-token'
import { switchRole } from '@/db/access/switch-role'
import { addMembership } from '@/db/organisations/add-membership'
import { addOrganisation } from '@/db/organisations/add-organisation'
import { addStaff } from '@/db/organisations/add-staff'
import { addTeam } from '@/db/organisations/add-team'
import { changeSettings } from '@/db/organisations/change-settings'
import { changeStaff } from '@/db/organisations/change-staff'
import { changeTeam } from '@/db/organisations/change-team'
import { endMembership } from '@/db/organisations/end-membership'
import { resetSignIn } from '@/db/organisations/reset-sign-in'
import { staffLeaves } from '@/db/organisations/staff-leaves'
import { suspendStaff } from '@/db/organisations/suspend-staff'
import { publish } from '@/db/reporting/publish'
import { newRecoveryCodes } from '@/lib/access/recovery-codes'
import { newId } from '@/lib/id'
import type { Worker } from '@/tests/build/partnership'
import { editionLoaded } from '@/tests/build/referred'
import { canSignIn, rightPassword } from '@/tests/build/sign-in'
import { sql } from '@/tests/build/sql'
import { type Scene, staged } from './scene'

/** Somebody who works in the scene's team and holds nothing that anybody counts on. */
const staffThere = ({ place, word }: Scene) => place.p.worker('clinician', place.team, { name: word })

const email = () => `${newId()}@example.test`
const hash = hashPassword(rightPassword)
const versionOf = async (table: string, id: string): Promise<number> =>
  (await sql(`select version from ${table} where id = $1`, [id]))[0]!.version

/** One's own account has no relation: nobody can name another's. */
const mine =
  <I>(stage: (s: Scene) => Promise<I>) =>
  async (s: Scene): Promise<I | undefined> =>
    s.relation === 'own' ? stage(s) : undefined

/** Another role for somebody, which a commissioner may hold too. */
const secondRole = async ({ partnershipId, id, role }: Worker) => {
  const other = role === 'privacy-officer' ? 'administrator' : 'privacy-officer'
  await sql(
    "insert into memberships (partnership_id, id, staff_id, role, from_day) values ($1, $2, $3, $4, '2020-01-01')",
    [partnershipId, newId(), id, other],
  )
  return other
}

const sessionOf = async (worker: Worker) => {
  const { rows } = { rows: await sql('select id from app.sessions where staff_id = $1', [worker.id]) }
  return new Set(rows.map((row) => row.id as string))
}

/** Acts of administrators, of the service itself, and on one's own account. */
export const staffStages = [
  staged(
    publish,
    mine(async () => {
      await editionLoaded()
      return { from: '2025-04-01', to: '2026-03-31', edition: '2019', again: true }
    }),
  ),
  staged(
    addOrganisation,
    mine(async (s) => ({ name: s.word, kind: 'charity' as const, odsCode: '' })),
  ),
  staged(
    addTeam,
    async (s) => ({ organisationId: s.place.team.organisationId, name: s.word, kind: 'clinical' as const }),
    { choice: 'organisationId' },
  ),
  staged(changeTeam, async (s) => {
    const team = await s.place.p.team({ name: s.word })
    const [row] = await sql('select duty_staff_id from teams where id = $1', [team.id])
    return {
      teamId: team.id,
      version: await versionOf('teams', team.id),
      name: `${s.word} anew`,
      kind: 'clinical' as const,
      dutyStaffId: row!.duty_staff_id as string,
    }
  }),
  staged(
    addStaff,
    async (s) => ({
      name: s.word,
      email: email(),
      organisationId: s.place.team.organisationId,
      role: 'clinician' as const,
      teamId: s.place.team.id,
      passwordHash: await hash,
    }),
    { choice: 'organisationId' },
  ),
  staged(changeStaff, async (s) => ({
    staffId: (await staffThere(s)).id,
    version: 1,
    name: `${s.word} anew`,
    email: email(),
    organisationId: s.place.team.organisationId,
  })),
  staged(addMembership, async (s) => ({
    staffId: (await staffThere(s)).id,
    role: 'team-lead' as const,
    teamId: s.place.team.id,
  })),
  staged(endMembership, async (s) => {
    const staff = await staffThere(s)
    const [row] = await sql('select id from memberships where staff_id = $1', [staff.id])
    return { staffId: staff.id, membershipId: row!.id as string }
  }),
  staged(suspendStaff, async (s) => ({ staffId: (await staffThere(s)).id, to: 'suspended' as const })),
  staged(staffLeaves, async (s) => ({ staffId: (await staffThere(s)).id })),
  staged(resetSignIn, async (s) => ({ staffId: (await staffThere(s)).id, passwordHash: await hash })),
  staged(
    changeSettings,
    mine(async (s) => ({
      version: await versionOf('partnerships', s.place.p.id),
      idleMinutes: '45',
      hiddenLimit: '5',
      comeBackMonths: '12',
      secondStep: 'yes' as const,
    })),
  ),
  staged(
    switchRole,
    mine(async (s) => ({ role: await secondRole(s.actor), nextToken: newToken() })),
  ),
  staged(
    changePassword,
    mine(async (s) => {
      await canSignIn(s.actor)
      const newPassword = 'thistle harbour drum'
      return { currentPassword: rightPassword, newPassword, repeatPassword: newPassword }
    }),
  ),
  staged(
    renewRecoveryCodes,
    mine(async (s) => {
      await canSignIn(s.actor, { secondStep: true })
      return { codes: newRecoveryCodes() }
    }),
  ),
  staged(endSession, async (s) => {
    const whose = s.relation === 'own' ? s.actor : s.worker
    const before = await sessionOf(whose)
    await s.place.p.session(whose.id, whose.role)
    return { sessionId: [...(await sessionOf(whose))].find((id) => !before.has(id))! }
  }),
]
