import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { sessionToken } from '@/app/_act/token'
import { PasswordField } from '@/app/_ui/fields/password-field'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { Shell } from '@/app/_ui/shell'
import { nextPage } from '@/app/sign-in/next-page'
import { signingIn } from '@/db/access/signing-in'
import { shortest } from '@/lib/access/password'
import { chooseFirstPassword } from './actions'

export const metadata: Metadata = { title: 'Choose your password' }

export default async function FirstPassword() {
  const token = await sessionToken()
  const mine = await signingIn(token)
  if (mine?.stage !== 'password') redirect((await nextPage(token)) ?? '/sign-in')
  return (
    <Shell actor={mine} signOut="/sign-out" helpNowHref="/get-help-now">
      <div className="fp-form-page">
        <PageHeading lede="You signed in with a password that someone gave you. Choose your own before you go on.">
          Choose your password
        </PageHeading>
        <Form action={chooseFirstPassword} submit="Save password">
          <PasswordField
            name="newPassword"
            label="New password"
            hint={`${shortest} characters or more. Three or four words that do not belong together are easy to remember.`}
            autoComplete="new-password"
          />
          <PasswordField name="repeatPassword" label="New password again" autoComplete="new-password" />
        </Form>
      </div>
    </Shell>
  )
}
