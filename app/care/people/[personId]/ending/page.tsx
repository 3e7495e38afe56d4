import type { Metadata } from 'next'
import { load } from '@/app/_act/load'
import { Empty } from '@/app/_ui/empty'
import { DateField } from '@/app/_ui/fields/date-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { endingOf } from '@/db/referrals/reads'
import { newId } from '@/lib/id'
import { handoverStopsBecause } from '@/lib/referrals/ending'
import { type EndingKind, endingKinds } from '@/lib/referrals/referral'
import { endEpisode } from './actions'

export const metadata: Metadata = { title: 'End their time here' }

const kinds = Object.keys(endingKinds) as EndingKind[]

type Props = { params: Promise<{ personId: string }> }

export default async function Page({ params }: Props) {
  const { personId } = await params
  const one = await load(endingOf, personId, `/care/people/${personId}/ending`)
  const cannot = whyNot(one)
  return (
    <RecordPage actor={one.actor} identity={one.identity} tab="ending">
      <PageHeading lede="Their people, goals and ratings are kept as they are.">
        End {one.identity.knownAs}’s time with {one.team}
      </PageHeading>
      {cannot ? (
        <Empty action={<Link href={`/care/people/${personId}`}>Back to the overview</Link>}>{cannot}</Empty>
      ) : (
        <Form
          action={endEpisode}
          submit="End their time here"
          tone="warning"
          className="fp-form-page"
          idempotencyKey={newId()}
          version={one.version}
          hidden={{ episodeId: one.episodeId }}
          values={{ endedOn: one.today }}
        >
          {one.handover && (
            <Notice kind="warning">
              A hand-over is under way. It stops with this if {one.identity.knownAs} died or moved away. For
              any other ending finish it or stop it first, so that nobody waits for someone who left.
            </Notice>
          )}
          <RadioGroup
            name="how"
            label="How does it end?"
            options={kinds
              .filter((how) => !one.handover || handoverStopsBecause(how))
              .map((how) => ({ value: how, label: endingKinds[how] }))}
          />
          <DateField name="endedOn" label="On which day?" hint="When someone died: the day they died." />
          <TextArea
            name="words"
            label="What was agreed, or what happened"
            hint={`Unless they died, they can come back within ${one.actor.comeBackMonths} months without a new referral.`}
            rows={5}
          />
        </Form>
      )}
    </RecordPage>
  )
}

const whyNot = (one: { status: string; ours: boolean; team: string }): string | null => {
  if (one.status === 'waiting') return 'This referral is still waiting. Decline it on its own page.'
  if (one.status !== 'open') return 'This has ended already.'
  if (!one.ours) return `Only ${one.team} can end this.`
  return null
}
