import { Form } from '@/app/_ui/form'
import { newId } from '@/lib/id'
import { resetSignIn } from '../actions'

/** A forgotten password or a lost phone. Only in person: nobody gets in by asking over the telephone. */
export function SignIn({ staff }: { staff: { id: string; name: string } }) {
  return (
    <section className="fp-section" aria-labelledby="sign-in">
      <h2 className="fp-h2" id="sign-in">
        Forgotten password or lost phone
      </h2>
      <p>
        Do this with {staff.name} in front of you. The old password and the second step stop working, and
        every session of theirs ends.
      </p>
      <Form
        action={resetSignIn}
        submit="Make a new temporary password"
        tone="quiet"
        idempotencyKey={newId()}
        hidden={{ staffId: staff.id }}
        id="reset"
        label="New temporary password"
      />
    </section>
  )
}
