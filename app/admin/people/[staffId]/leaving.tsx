import { Checkbox } from '@/app/_ui/fields/checkbox'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { newId } from '@/lib/id'
import type { Standing } from '@/lib/organisations/staff'
import { people } from '@/lib/organisations/team'
import { staffLeaves, suspendStaff } from '../actions'

type Props = {
  staff: { id: string; name: string; status: Standing }
  youngPeople: number
  dutyTeams: readonly { id: string; name: string }[]
}

/** Away for a while, or for good. Nobody is left without a named worker. */
export function Leaving({ staff, youngPeople, dutyTeams }: Props) {
  const suspended = staff.status === 'suspended'
  const give = youngPeople > 0 && (
    <Checkbox
      name="giveToDuty"
      label="Give their young people to the duty worker"
      hint={`${people(youngPeople)}, with meetings to come and open tasks. The duty worker of each team is told.`}
    />
  )
  return (
    <>
      <section className="fp-section" aria-labelledby="suspend">
        <h2 className="fp-h2" id="suspend">
          {suspended ? 'Let them in again' : 'Suspend this account'}
        </h2>
        <p>
          {suspended
            ? `${staff.name} can sign in again. Sessions that were ended stay ended.`
            : `${staff.name} is signed out at once and cannot sign in until you let them in again.`}
        </p>
        <Form
          action={suspendStaff}
          submit={suspended ? 'Let them in again' : 'Suspend'}
          tone="quiet"
          idempotencyKey={newId()}
          hidden={{ staffId: staff.id, to: suspended ? 'active' : 'suspended' }}
          id="suspend-form"
          label={suspended ? 'Let them in again' : 'Suspend this account'}
        >
          {!suspended && give}
        </Form>
      </section>
      <section className="fp-section" aria-labelledby="leave">
        <h2 className="fp-h2" id="leave">
          Leaves for good
        </h2>
        <p>
          Every role ends today and nothing signs them in any more. What they wrote stays, under their name.
        </p>
        {dutyTeams.length > 0 && (
          <p>
            First choose another duty worker for{' '}
            {dutyTeams.map((team, index) => (
              <span key={team.id}>
                {index > 0 && ' and '}
                <Link href={`/admin/teams/${team.id}`}>{team.name}</Link>
              </span>
            ))}
            .
          </p>
        )}
        <Form
          action={staffLeaves}
          submit={`${staff.name} has left`}
          tone="warning"
          idempotencyKey={newId()}
          hidden={{ staffId: staff.id }}
          id="leave-form"
          label="Leaves for good"
        >
          {give}
        </Form>
      </section>
    </>
  )
}
