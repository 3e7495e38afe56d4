import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { account } from '@/db/access/reads'
import { newId } from '@/lib/id'
import { RecoveryCodesForm } from './form'

export const metadata: Metadata = { title: 'Recovery codes' }

export default async function RecoveryCodes() {
  const mine = await load(account, undefined, '/account/recovery-codes')
  return (
    <StaffPage actor={mine.actor}>
      <div className="fp-form-page">
        <BackLink href="/account">Your account</BackLink>
        <PageHeading lede="A recovery code signs you in once when your phone is lost or broken, in place of the 6 digits.">
          Recovery codes
        </PageHeading>
        {mine.recoveryCodes > 0 && (
          <p>
            You have {mine.recoveryCodesLeft} unused {mine.recoveryCodesLeft === 1 ? 'code' : 'codes'}. New
            ones replace them.
          </p>
        )}
        {mine.secondStep ? (
          <RecoveryCodesForm idempotencyKey={newId()} asksPassword={mine.recoveryCodes > 0} />
        ) : (
          <p>They belong to a second step, and you have none.</p>
        )}
      </div>
    </StaffPage>
  )
}
