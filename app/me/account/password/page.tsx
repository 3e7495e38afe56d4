import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { PasswordField } from '@/app/_ui/fields/password-field'
import { Form } from '@/app/_ui/form'
import { OwnPage } from '@/app/_ui/own-page'
import { changePassword } from '@/app/account/actions'
import { myAccount } from '@/db/access/reads'
import { shortest } from '@/lib/access/password'
import { newId } from '@/lib/id'

export const metadata = { title: 'Change your password' }

export default async function ChangePassword() {
  const mine = await load(myAccount, undefined, '/me/account/password')
  return (
    <OwnPage actor={mine.actor}>
      <BackLink href="/me/account">How you sign in</BackLink>
      {mine.hasPassword ? (
        <Form action={changePassword} submit="Change password" idempotencyKey={newId()}>
          <h1>Change your password</h1>
          <p>Everywhere else you are signed in, you will be signed out.</p>
          <PasswordField name="currentPassword" label="Your password now" />
          <PasswordField
            name="newPassword"
            label="New password"
            hint={`${shortest} letters or more. Three or four words that do not go together are easy to remember.`}
            autoComplete="new-password"
          />
          <PasswordField name="repeatPassword" label="New password again" autoComplete="new-password" />
        </Form>
      ) : (
        <>
          <h1>Change your password</h1>
          <p>You have no password. You sign in with a passkey.</p>
        </>
      )}
    </OwnPage>
  )
}
