import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { comeBackForm } from '@/db/handover/reads'
import { inWords } from '@/lib/day'
import { comeBackWorkingDays } from '@/lib/handover/clocks'
import { newId } from '@/lib/id'
import { comeBack } from './actions'

export const metadata = { title: 'Come back' }

export default async function ComeBack({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const base = `/care/people/${personId}`
  const back = await load(comeBackForm, { personId }, `${base}/come-back`)
  const { actor, identity, to, members, until } = back
  const { knownAs } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab="handover">
      <BackLink href={`${base}/handover`}>Back to {knownAs}’s hand-over</BackLink>
      {back.because ? (
        <>
          <PageHeading>Come back</PageHeading>
          <Notice kind="warning">{back.because}</Notice>
        </>
      ) : (
        <Form
          action={comeBack}
          submit={`${knownAs} comes back`}
          idempotencyKey={newId()}
          hidden={{ personId }}
          className="fp-form-page"
        >
          <PageHeading lede="No new referral and no waiting list.">
            {knownAs} comes back to {to}
          </PageHeading>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {back.goals > 0 && <li>{goalsGoOn(back.goals)}</li>}
            <li>Someone gets in touch within {comeBackWorkingDays} working days.</li>
            {until && <li>The way back is open until {inWords(until)}.</li>}
            {back.receiving && !back.ours && (
              <li>
                {to} takes over at once. {back.receiving.team} keeps what it wrote, and sees nothing that
                follows.
              </li>
            )}
          </ul>
          <Select
            name="workerId"
            label="Who is the named worker?"
            options={members.map((one) => ({ value: one.id, label: one.name }))}
            value={back.workerId ?? ''}
            empty="Choose someone"
          />
          <TextArea
            name="words"
            label={`What does ${knownAs} say, or how did you hear?`}
            hint="In their words, where you can"
          />
        </Form>
      )}
    </RecordPage>
  )
}

const goalsGoOn = (goals: number) =>
  goals === 1
    ? 'Their goal goes on, with the same line of ratings.'
    : `Their ${goals} open goals go on, each with the same line of ratings.`
