import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { OwnPage } from '@/app/_ui/own-page'
import { Saved } from '@/app/_ui/saved'
import { myAccount } from '@/db/access/reads'
import { dayOf, inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { removePasskey } from './actions'
import { AddPasskey } from './add-passkey'

export const metadata = { title: 'Passkeys' }

type Props = { searchParams: Promise<{ saved?: string | string[] }> }

export default async function Passkeys({ searchParams }: Props) {
  const { saved } = await searchParams
  const mine = await load(myAccount, undefined, '/me/account/passkeys')
  return (
    <OwnPage actor={mine.actor}>
      <BackLink href="/me/account">How you sign in</BackLink>
      <Saved at={saved} />
      <h1>Passkeys</h1>
      <p>With a passkey you sign in with your finger, your face or your screen lock. Nothing to remember.</p>
      {mine.passkeys.length > 0 && (
        <ul className="nhsuk-list fp-list">
          {mine.passkeys.map((passkey) => (
            <li key={passkey.id}>
              <p>
                <b>{passkey.name}</b>, made on {inWords(dayOf(passkey.from))}.{' '}
                {passkey.lastUsed ? `Last used on ${inWords(dayOf(passkey.lastUsed))}.` : 'Not used yet.'}
              </p>
              <Form
                action={removePasskey}
                submit="Take it away"
                tone="quiet"
                idempotencyKey={newId()}
                hidden={{ passkeyId: passkey.id }}
                id={`remove-${passkey.id}`}
                label={`Take away ${passkey.name}`}
              />
            </li>
          ))}
        </ul>
      )}
      <AddPasskey asksPassword={mine.hasPassword} />
    </OwnPage>
  )
}
