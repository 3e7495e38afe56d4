import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Details } from '@/app/_ui/details'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { OwnPage } from '@/app/_ui/own-page'
import { OwnWords } from '@/app/_ui/own-words'
import { Saved } from '@/app/_ui/saved'
import { Verbatim } from '@/app/_ui/verbatim'
import { type CanSee, whoCanSeeMe } from '@/db/me/who-can-see'
import { dayOf, inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { basisForSharing, purposeForThem, wishForThem } from '@/lib/own-pages/sharing-words'
import { basisForThem, itemForThem, shareableSections } from '@/lib/people/allowances'
import { stopAllowing } from './actions'
import { Looked } from './looked'

export const metadata = { title: 'Who can see this' }

type Props = { searchParams: Promise<{ saved?: string | string[] }> }

const why: Record<CanSee['because'], string> = {
  team: 'This is the team that helps you.',
  'hand-over': 'You are moving from one team to another. Both can see it for a while.',
  shared: 'They work together with your team.',
}

export default async function WhoCanSee({ searchParams }: Props) {
  const { saved } = await searchParams
  const { actor, workers, can, shared, allowed, looked } = await load(
    whoCanSeeMe,
    undefined,
    '/me/who-can-see',
  )
  return (
    <OwnPage actor={actor} current="/me">
      <BackLink href="/me">Home</BackLink>
      <Saved at={saved}>This has stopped.</Saved>
      <h1>Who can see this</h1>
      <p>You choose most of this. You can change your mind at any time.</p>
      <section className="fp-section" aria-labelledby="family">
        <h2 className="fp-h2" id="family">
          Your family
        </h2>
        {allowed.length === 0 ? (
          <p>Nobody in your family sees anything here.</p>
        ) : (
          <ul className="fp-todo">
            {allowed.map((one) => (
              <li key={one.id}>
                <p className="fp-tight">
                  <b>{one.name}</b> sees {itemForThem[one.item]}
                  {one.goal && (
                    <>
                      : <Verbatim>{one.goal}</Verbatim>
                    </>
                  )}
                  {one.section && `: ${shareableSections.find(({ key }) => key === one.section)?.title}`}.
                </p>
                <p className="fp-tight">{basisForThem[one.basis]}</p>
                {one.wishWords && <OwnWords who="You said">{one.wishWords}</OwnWords>}
                <Form
                  action={stopAllowing}
                  id={`stop-${one.id}`}
                  label={`Stop: ${one.name} sees ${itemForThem[one.item]}`}
                  submit="Stop this"
                  tone="quiet"
                  idempotencyKey={newId()}
                  hidden={{ allowanceId: one.id }}
                />
              </li>
            ))}
          </ul>
        )}
        <p className="fp-after">
          To show somebody more, tell your worker. You can show lines of your plan yourself, on{' '}
          <Link href="/me/plan/sharing">who sees which line</Link>.
        </p>
      </section>
      <section className="fp-section" aria-labelledby="teams">
        <h2 className="fp-h2" id="teams">
          People who help you
        </h2>
        {can.length === 0 && <p>No team can see it now.</p>}
        <ul className="fp-todo">
          {can.map((one) => (
            <li key={one.id + one.because}>
              <p className="fp-tight">
                <b>{one.name}</b>
                {one.organisation && `, ${one.organisation}`}
              </p>
              <p className="fp-tight">
                {why[one.because]}{' '}
                {workers
                  .filter((worker) => worker.team === one.name)
                  .map((worker) => `${worker.name} works there. `)
                  .join('')}
                They see your goals, your plan and your story.
                {one.until && ` They can see it until ${inWords(dayOf(one.until))}.`}
              </p>
            </li>
          ))}
        </ul>
        {workers.length > 0 && (
          <p className="fp-after">
            Ask {workers[0]?.name} if you want to know more, or if you want to change something.
          </p>
        )}
      </section>
      {shared.length > 0 && (
        <section className="fp-section" aria-labelledby="shared">
          <h2 className="fp-h2" id="shared">
            What you said about sharing
          </h2>
          <ul className="fp-todo">
            {shared.map((one) => (
              <li key={one.id}>
                <p className="fp-tight">
                  <b>{one.with}</b>, {purposeForThem[one.purpose]}
                </p>
                <p className="fp-tight">
                  {wishForThem[one.wish]} {one.basis ? basisForSharing[one.basis] : 'Nothing is shared yet.'}
                </p>
                {one.wishWords && <OwnWords who="You said">{one.wishWords}</OwnWords>}
              </li>
            ))}
          </ul>
          <p>You can take a yes back. Tell your worker: it stops at once.</p>
        </section>
      )}
      <section className="fp-section">
        <p>
          If we are really worried that somebody is not safe, we may have to tell somebody. We tell you first
          if we can.
        </p>
      </section>
      <Looked looked={looked} />
      <Details summary="Is something here wrong?">
        <p>Tell your worker, or somebody you trust. You can ask us to put it right.</p>
      </Details>
    </OwnPage>
  )
}
