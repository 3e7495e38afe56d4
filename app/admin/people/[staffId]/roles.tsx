import { Checkbox } from '@/app/_ui/fields/checkbox'
import { Form } from '@/app/_ui/form'
import type { staffMember } from '@/db/organisations/reads'
import { roleNames } from '@/lib/access/roles'
import { inWords } from '@/lib/day'
import type { Result } from '@/lib/errors'
import { newId } from '@/lib/id'
import { addMembership, endMembership } from '../actions'
import { RoleFields } from '../role-fields'

type Found = Extract<Awaited<ReturnType<typeof staffMember>>, Result<unknown> & { ok: true }>['value']

/** The roles held, each with its end, and one more. Roles begin and end today. */
export function Roles({ found }: { found: Found }) {
  const { staff, roles, teams, oneself, youngPeople } = found
  return (
    <section className="fp-section" aria-labelledby="roles">
      <h2 className="fp-h2" id="roles">
        Roles
      </h2>
      {roles.length === 0 && (
        <p>
          {staff.name} holds no role{staff.status !== 'left' && ' and cannot sign in until one is added'}.
        </p>
      )}
      <ul className="nhsuk-list fp-list">
        {roles.map((held) => (
          <li key={held.id}>
            <p>
              <b>{held.team ? `${roleNames[held.role]}, ${held.team}` : roleNames[held.role]}</b>
              {held.referralsDesk && ', with the referrals desk'}, since {inWords(held.since)}.
            </p>
            {!oneself && (
              <Form
                action={endMembership}
                submit="End this role"
                tone="quiet"
                idempotencyKey={newId()}
                hidden={{ staffId: staff.id, membershipId: held.id }}
                id={`end-${held.id}`}
                label={`End the role ${roleNames[held.role]}${held.team ? ` in ${held.team}` : ''}`}
              >
                {held.team && youngPeople > 0 && (
                  <Checkbox name="giveToDuty" label="Give their young people to the duty worker" />
                )}
              </Form>
            )}
          </li>
        ))}
      </ul>
      {staff.status !== 'left' && (
        <>
          <h3 className="fp-h3">Add a role</h3>
          <Form
            action={addMembership}
            submit="Add this role"
            tone="quiet"
            idempotencyKey={newId()}
            hidden={{ staffId: staff.id }}
            id="add-role"
          >
            <RoleFields teams={teams} />
          </Form>
        </>
      )}
    </section>
  )
}
