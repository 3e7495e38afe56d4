import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { referral } from '@/db/referrals/reads'
import { newId } from '@/lib/id'
import { declineReasons } from '@/lib/referrals/referral'
import { declineReferral } from '../actions'

export const metadata: Metadata = { title: 'Decline the referral' }

type Props = { params: Promise<{ episodeId: string }> }

export default async function Page({ params }: Props) {
  const { episodeId } = await params
  const one = await load(referral, episodeId, '/care/referrals')
  return (
    <StaffPage actor={one.actor} current="/care/referrals">
      <BackLink href={`/care/referrals/${episodeId}`}>Referral of {one.name}</BackLink>
      <PageHeading>Decline the referral of {one.name}</PageHeading>
      <Form
        action={declineReferral}
        submit="Decline referral"
        className="fp-form-page"
        idempotencyKey={newId()}
        version={one.version}
        hidden={{ episodeId }}
      >
        <RadioGroup
          name="because"
          label="Why?"
          options={Object.entries(declineReasons).map(([value, label]) => ({ value, label }))}
        />
        <TextArea name="words" label="What was said, and what they can do instead" rows={5} />
      </Form>
    </StaffPage>
  )
}
