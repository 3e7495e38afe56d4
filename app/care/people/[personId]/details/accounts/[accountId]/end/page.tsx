import { notFound } from 'next/navigation'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { accounts } from '@/db/access/account-reads'
import { endingReasons } from '@/lib/access/ending'
import { newId } from '@/lib/id'
import { endAccount } from '../../actions'

export const metadata = { title: 'End an account' }

const reasons = Object.entries(endingReasons).map(([value, label]) => ({ value, label }))

export default async function EndAccount({
  params,
}: {
  params: Promise<{ personId: string; accountId: string }>
}) {
  const { personId, accountId } = await params
  const base = `/care/people/${personId}/details/accounts`
  const { actor, identity, accounts: all } = await load(accounts, { personId }, base)
  const one = all.find(({ account }) => account?.id === accountId)
  if (!one) notFound()
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to who has pages of their own</BackLink>
      <Form
        action={endAccount}
        submit="End this account"
        tone="warning"
        idempotencyKey={newId()}
        hidden={{ personId, accountId }}
        beside={<Link href={base}>Cancel</Link>}
        className="fp-form-page"
      >
        <PageHeading lede="They are signed out everywhere at once. What they wrote stays in the record. They can be invited again.">
          End {one.name}’s account
        </PageHeading>
        <RadioGroup name="because" label="Why?" options={reasons} />
        <TextArea name="words" label="In a few words" optional />
      </Form>
    </RecordPage>
  )
}
