import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { toString as qrPicture } from 'qrcode'
import { sessionToken } from '@/app/_act/token'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { Shell } from '@/app/_ui/shell'
import { nextPage } from '@/app/sign-in/next-page'
import { beginSecondStep } from '@/db/access/begin-second-step'
import { secretInGroups, totpAddress } from '@/lib/access/totp'
import { confirmSecondStep } from './actions'

export const metadata: Metadata = { title: 'Set up your second step' }

export default async function SecondStep() {
  const token = await sessionToken()
  const begun = await beginSecondStep(token)
  if (!begun) redirect((await nextPage(token)) ?? '/sign-in')
  const picture = await qrPicture(totpAddress(begun.secret, begun.email), { type: 'svg', margin: 2 })
  return (
    <Shell actor={begun} signOut="/sign-out" helpNowHref="/get-help-now">
      <div className="fp-form-page">
        <PageHeading lede="A password alone is not enough to open the records of young people. From now on you also type a code that your phone shows.">
          Set up your second step
        </PageHeading>
        <ol className="nhsuk-list nhsuk-list--number">
          <li>Open an authenticator app on your phone. Any app of that kind will do.</li>
          <li>
            Add an account by scanning this picture.
            <br />
            {/* biome-ignore lint/performance/noImgElement: a data image of this one page; there is nothing to optimise */}
            <img
              src={`data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`}
              alt="QR code for your authenticator app"
              width="220"
              height="220"
            />
          </li>
          <li>
            If you cannot scan it, type this into the app: <code>{secretInGroups(begun.secret)}</code>
          </li>
          <li>Type the 6 digits that the app shows now.</li>
        </ol>
        <Form action={confirmSecondStep} submit="Confirm">
          <TextField
            name="code"
            label="Code from the app"
            inputMode="numeric"
            autoComplete="one-time-code"
            width={10}
          />
        </Form>
      </div>
    </Shell>
  )
}
