import { Checkbox } from '@/app/_ui/fields/checkbox'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Select } from '@/app/_ui/fields/select'
import { roleNames, staffRoles } from '@/lib/access/roles'
import type { HeldRole } from '@/lib/organisations/membership'

const opens: Record<HeldRole, string> = {
  clinician: 'Young people’s records, in a team',
  facilitator: 'Young people’s records, in a team',
  'team-lead': 'Young people’s records, in a team',
  'privacy-officer': 'Records opened in need and the audit log, no records',
  commissioner: 'Published figures only',
  administrator: 'People, teams and settings, no records',
}

type Props = { teams: readonly { id: string; name: string; organisation: string }[] }

/** A role and where it is held: for somebody new, and for one more role. */
export function RoleFields({ teams }: Props) {
  return (
    <>
      <RadioGroup
        name="role"
        label="Role"
        options={staffRoles.map((role) => ({ value: role, label: roleNames[role], hint: opens[role] }))}
      />
      <Select
        name="teamId"
        label="Team"
        hint="Clinicians, youth facilitators and team leads work in a team. Other roles have none."
        empty="No team"
        options={teams.map((team) => ({ value: team.id, label: `${team.name}, ${team.organisation}` }))}
      />
      <Checkbox name="referralsDesk" label="Referrals desk: may import referrals from a file for this team" />
    </>
  )
}
