import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Select } from '@/app/_ui/fields/select'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { referral } from '@/db/referrals/reads'
import { newId } from '@/lib/id'
import { acceptReferral } from '../actions'

export const metadata: Metadata = { title: 'Accept the referral' }

type Props = { params: Promise<{ episodeId: string }> }

export default async function Page({ params }: Props) {
  const { episodeId } = await params
  const one = await load(referral, episodeId, '/care/referrals')
  return (
    <StaffPage actor={one.actor} current="/care/referrals">
      <BackLink href={`/care/referrals/${episodeId}`}>Referral of {one.name}</BackLink>
      <PageHeading lede="From now on somebody is always named.">Accept {one.name}</PageHeading>
      <Form
        action={acceptReferral}
        submit="Accept referral"
        className="fp-form-page"
        idempotencyKey={newId()}
        version={one.version}
        hidden={{ episodeId }}
      >
        <Select
          name="workerId"
          label="Named worker"
          empty={one.dutyName ? `${one.dutyName}, on duty for ${one.team}` : 'Choose a named worker'}
          options={one.members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
    </StaffPage>
  )
}
