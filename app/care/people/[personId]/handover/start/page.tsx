import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Details } from '@/app/_ui/details'
import { Select } from '@/app/_ui/fields/select'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { newHandover } from '@/db/handover/reads'
import { newId } from '@/lib/id'
import { startHandover } from './actions'

export const metadata = { title: 'Think about a hand-over' }

export default async function StartHandover({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await params
  const base = `/care/people/${personId}/handover`
  const { actor, identity, teams, members } = await load(newHandover, { personId }, `${base}/start`)
  const { knownAs } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab="handover">
      <BackLink href={base}>Back to {knownAs}’s hand-over</BackLink>
      {identity.episode.status !== 'open' || identity.handover ? (
        <>
          <PageHeading>Think about a hand-over</PageHeading>
          <Notice kind="warning">
            {identity.handover
              ? 'A hand-over is under way already.'
              : 'Only someone whose referral is accepted, and has not ended, can be handed over.'}
          </Notice>
        </>
      ) : (
        <Form
          action={startHandover}
          submit="Start thinking about it"
          idempotencyKey={newId()}
          hidden={{ personId }}
          className="fp-form-page"
        >
          <PageHeading lede="Nobody outside your team learns of it yet. It can be stopped at any time.">
            Think about a hand-over
          </PageHeading>
          <Details summary="Ready to hand over?">
            <p>
              Nobody lets go at once. Two people are beside {knownAs} until “Living it”, a step back is always
              open, and {knownAs} can come back for {actor.comeBackMonths} months after it ended: no new
              referral and no waiting list.
            </p>
          </Details>
          <Select
            name="toTeamId"
            label="Which team may be next?"
            options={teams.map((team) => ({ value: team.id, label: `${team.name}, ${team.organisation}` }))}
            empty="Choose a team"
          />
          <Select
            name="returnContactId"
            label={`Who takes ${knownAs} back if they change their mind?`}
            hint="Someone of your team. If sharing is withdrawn, they are the named worker again at once."
            options={members.map((one) => ({ value: one.id, label: one.name }))}
            value={identity.namedWorker?.id}
            empty="Choose someone"
          />
        </Form>
      )}
    </RecordPage>
  )
}
