import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { Details } from '@/app/_ui/details'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { OwnWords } from '@/app/_ui/own-words'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import type { Handover } from '@/db/handover/held'
import { handoverBoard } from '@/db/handover/reads'
import { inWords } from '@/lib/day'
import { silenceDays } from '@/lib/handover/clocks'
import { stepInWords } from '@/lib/handover/steps'
import { HandoverCard } from './card'

export const metadata = { title: 'Hand-overs' }

type Props = { searchParams: Promise<{ step?: string | string[]; saved?: string | string[] }> }

export default async function Handovers({ searchParams }: Props) {
  const { step, saved } = await searchParams
  const { actor, today, invitations, columns, over } = await load(handoverBoard, undefined, '/care/handovers')
  const asked = columns.findIndex((_, i) => String(i + 1) === step)
  const current =
    asked >= 0
      ? asked
      : Math.max(
          0,
          columns.findIndex((column) => column.count > 0),
        )
  const none = columns.every((column) => column.count === 0)
  return (
    <StaffPage actor={actor} current="/care/handovers" wide>
      <Saved at={saved} />
      <PageHeading lede="Both names stay until “Living it”. Nobody is left between two services.">
        Hand-overs
      </PageHeading>
      {invitations.length > 0 && <Invitations invitations={invitations} />}
      {none ? (
        <Empty>
          No hand-overs under way. A hand-over starts on a young person’s own page, under “Hand-over”.
        </Empty>
      ) : (
        <div className={invitations.length > 0 ? 'fp-section' : undefined}>
          <nav aria-label="Steps">
            <ul className="fp-steplinks">
              {columns.map((column, i) => (
                <li key={column.step}>
                  <Link
                    href={`/care/handovers?step=${i + 1}`}
                    aria-current={i === current ? 'true' : undefined}
                  >
                    <span>{stepInWords(column.step)}</span>{' '}
                    <span className="fp-num">
                      {column.count}
                      {column.late > 0 && ` (${column.late} late)`}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <div className="fp-board">
            {columns.map((column, i) => (
              <section
                key={column.step}
                className={`fp-board__col${i === current ? ' is-current' : ''}`}
                aria-labelledby={`step-${i + 1}`}
              >
                <h2 className="fp-board__head" id={`step-${i + 1}`}>
                  {stepInWords(column.step)}{' '}
                  <span className="fp-num">
                    <span className="nhsuk-u-visually-hidden">: </span>
                    {column.count}
                  </span>
                </h2>
                {column.count === 0 && <p className="fp-quiet fp-small">Nobody at this step.</p>}
                <ul className="fp-cards">
                  {column.cards.map((card) => (
                    <HandoverCard key={card.id} card={card} today={today} />
                  ))}
                </ul>
                {column.count > column.cards.length && (
                  <p className="fp-small">
                    And {column.count - column.cards.length} more, less pressing than these.
                  </p>
                )}
              </section>
            ))}
          </div>
        </div>
      )}
      {over.length > 0 && <Over handovers={over} />}
      <div className="fp-section">
        <Details summary="What counts as late">
          Nobody goes more than {silenceDays} days without hearing from us: a meeting they came to, or a note
          in the story. Late hand-overs come first.
        </Details>
      </div>
    </StaffPage>
  )
}

function Invitations({ invitations }: { invitations: Handover[] }) {
  return (
    <section className="fp-section" aria-labelledby="invitations">
      <h2 className="fp-h2" id="invitations">
        Waiting for your team’s answer
      </h2>
      <ul className="fp-cards">
        {invitations.map((one) => (
          <li className="fp-card" key={one.id}>
            <h3 className="fp-h3">
              <Link href={`/care/people/${one.personId}/handover`}>{one.knownAs}</Link>
            </h3>
            <p>
              {one.from.worker.name}, {one.from.team}, invites {one.to.worker?.name ?? one.to.team}.
            </p>
            <div className="fp-actions">
              <ButtonLink href={`/care/handovers/${one.id}/acceptance`}>
                Accept<span className="nhsuk-u-visually-hidden"> {one.knownAs}’s hand-over</span>
              </ButtonLink>
              <Link href={`/care/handovers/${one.id}/refusal`}>
                Decline<span className="nhsuk-u-visually-hidden"> {one.knownAs}’s hand-over</span>
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const overInWords = { declined: 'declined', stopped: 'stopped', 'came-back': 'over: they came back' }

/** Declined and stopped are said plainly, with the reason as it was written. */
function Over({ handovers }: { handovers: Handover[] }) {
  return (
    <section className="fp-section" aria-labelledby="over">
      <h2 className="fp-h2" id="over">
        Declined, stopped or come back in the last 30 days
      </h2>
      <ul className="fp-todo">
        {handovers.map((one) => (
          <li key={one.id}>
            <p>
              <Link href={`/care/people/${one.personId}/handover`}>{one.knownAs}</Link>: the hand-over from{' '}
              {one.from.team} to {one.to.team} is {overInWords[one.state.state as keyof typeof overInWords]}
              {one.overOn && `, ${inWords(one.overOn)}`}.
            </p>
            {one.because && <OwnWords>{one.because}</OwnWords>}
          </li>
        ))}
      </ul>
    </section>
  )
}
