import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { Card } from '@/app/_ui/card'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { OwnWords } from '@/app/_ui/own-words'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import type { Handover } from '@/db/handover/held'
import { handoverOfPerson } from '@/db/handover/reads'
import { inWords } from '@/lib/day'
import { Current } from './current'

export const metadata = { title: 'Hand-over' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

export default async function HandoverPage({ params, searchParams }: Props) {
  const { personId } = await params
  const { saved } = await searchParams
  const base = `/care/people/${personId}`
  const page = await load(handoverOfPerson, { personId }, `${base}/handover`)
  const { actor, identity, current, earlier, comeBack } = page
  const { knownAs } = identity
  const ended = identity.episode.status === 'ended'
  return (
    <RecordPage actor={actor} identity={identity} tab="handover">
      <Saved at={saved} />
      {current ? (
        <Current page={page} handover={current} />
      ) : (
        <>
          <PageHeading>Hand-over</PageHeading>
          {identity.episode.status === 'open' && (
            <Empty action={<ButtonLink href={`${base}/handover/start`}>Think about a hand-over</ButtonLink>}>
              No hand-over under way. {identity.namedWorker?.name} is {knownAs}’s named worker.
            </Empty>
          )}
          {(identity.episode.status === 'waiting' || identity.episode.status === 'declined') && (
            <Empty>A hand-over can start once the referral is accepted.</Empty>
          )}
          {ended && (
            <Card strong title="The way back" id="back">
              {comeBack.because ? (
                <p>{comeBack.because}</p>
              ) : (
                <>
                  <p>
                    {knownAs} can come back to {comeBack.to}
                    {comeBack.until && ` until ${inWords(comeBack.until)}`}. No new referral and no waiting
                    list.
                  </p>
                  <ButtonLink tone="go" href={`${base}/come-back`}>
                    Come back
                  </ButtonLink>
                </>
              )}
            </Card>
          )}
        </>
      )}
      {earlier.length > 0 && (
        <section className="fp-section" aria-labelledby="earlier">
          <h2 className="fp-h2" id="earlier">
            Earlier hand-overs
          </h2>
          <ul className="fp-todo">
            {earlier.map((one) => (
              <Earlier key={one.id} handover={one} />
            ))}
          </ul>
        </section>
      )}
      {current && (
        <p className="fp-small">
          <Link href={`${base}/handover/print`}>Print a summary of one page</Link>
        </p>
      )}
      {current && identity.episode.status === 'open' && (
        <p className="fp-small">
          <Link href="/care/handovers">All hand-overs</Link>
        </p>
      )}
    </RecordPage>
  )
}

const outcome = {
  declined: 'was declined',
  stopped: 'was stopped',
  'came-back': 'is over: they came back',
  ended: 'ended as planned',
  active: 'is under way',
}

function Earlier({ handover }: { handover: Handover }) {
  const { from, to, state, because, overOn } = handover
  return (
    <li>
      <p>
        From {from.worker.name}, {from.team}, to {to.worker ? `${to.worker.name}, ${to.team}` : to.team}: it{' '}
        {outcome[state.state]}
        {overOn && ` on ${inWords(overOn)}`}.
      </p>
      {because && <OwnWords>{because}</OwnWords>}
    </li>
  )
}
