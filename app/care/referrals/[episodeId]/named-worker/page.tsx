import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Select } from '@/app/_ui/fields/select'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { StaffPage } from '@/app/_ui/staff-page'
import { referral } from '@/db/referrals/reads'
import { newId } from '@/lib/id'
import { allocateWorker } from '../actions'

export const metadata: Metadata = { title: 'Change named worker' }

type Props = { params: Promise<{ episodeId: string }> }

export default async function Page({ params }: Props) {
  const { episodeId } = await params
  const one = await load(referral, episodeId, '/care/referrals')
  return (
    <StaffPage actor={one.actor} current="/care/referrals">
      <BackLink href={`/care/referrals/${episodeId}`}>Referral of {one.name}</BackLink>
      <PageHeading
        lede={one.namedWorker ? `${one.namedWorker.name} is the named worker now.` : 'Nobody is named yet.'}
      >
        Who is beside {one.knownAs}?
      </PageHeading>
      <Form
        action={allocateWorker}
        submit="Save named worker"
        className="fp-form-page"
        idempotencyKey={newId()}
        version={one.version}
        hidden={{ episodeId }}
      >
        <Select
          name="workerId"
          label="Named worker from today"
          hint={`Someone who works in ${one.team} now.`}
          empty="Choose who"
          options={one.members
            .filter(({ id }) => id !== one.namedWorker?.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
    </StaffPage>
  )
}
