import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { PasswordField } from '@/app/_ui/fields/password-field'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { account } from '@/db/access/reads'
import { shortest } from '@/lib/access/password'
import { newId } from '@/lib/id'
import { changePassword } from '../actions'

export const metadata: Metadata = { title: 'Change your password' }

export default async function ChangePassword() {
  const mine = await load(account, undefined, '/account/password')
  return (
    <StaffPage actor={mine.actor}>
      <div className="fp-form-page">
        <BackLink href="/account">Your account</BackLink>
        <PageHeading lede="Everywhere else you are signed in, you will be signed out.">
          Change your password
        </PageHeading>
        {mine.hasPassword ? (
          <Form
            action={changePassword}
            submit="Change password"
            idempotencyKey={newId()}
            beside={<Link href="/account">Cancel</Link>}
          >
            <PasswordField name="currentPassword" label="Your password now" />
            <PasswordField
              name="newPassword"
              label="New password"
              hint={`${shortest} characters or more. Three or four words that do not belong together are easy to remember.`}
              autoComplete="new-password"
            />
            <PasswordField name="repeatPassword" label="New password again" autoComplete="new-password" />
          </Form>
        ) : (
          <p>You do not sign in with a password here, so there is none to change.</p>
        )}
      </div>
    </StaffPage>
  )
}
