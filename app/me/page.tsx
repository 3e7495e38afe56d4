import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { Icon } from '@/app/_ui/icon'
import { Link } from '@/app/_ui/link'
import { OwnPage } from '@/app/_ui/own-page'
import { Verbatim } from '@/app/_ui/verbatim'
import { myHome } from '@/db/me/reads'
import { NextMeeting } from './next-meeting'
import { MyPeople } from './people-beside'

export const metadata = { title: 'Home' }

export default async function Home() {
  const { actor, knownAs, status, now, meeting, goals, people, thing } = await load(myHome, undefined, '/me')
  return (
    <OwnPage actor={actor} current="/me">
      <h1>Hi {knownAs}.</h1>
      {status !== 'open' && <NotWithATeam waiting={status === 'waiting'} />}
      <NextMeeting meeting={meeting} now={now} goals={goals.length} withATeam={status === 'open'} />
      {thing && (
        <section className="fp-section" aria-labelledby="one">
          <h2 className="fp-h2" id="one">
            One thing to do
          </h2>
          <p>{thing.words}</p>
          <ButtonLink tone="go" href={thing.href}>
            {thing.label}
          </ButtonLink>
        </section>
      )}
      <section className="fp-section" aria-labelledby="goals">
        <h2 className="fp-h2" id="goals">
          My goals
        </h2>
        {goals.length === 0 ? (
          <p>You have no goals yet. A goal is something you want to be different.</p>
        ) : (
          <ul className="fp-rows">
            {goals.map((goal) => (
              <li key={goal.id}>
                <Row href={`/me/goals/${goal.id}`} small={goal.sentence}>
                  <Verbatim lang={goal.language}>{goal.words}</Verbatim>
                </Row>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="fp-section" aria-labelledby="people">
        <h2 className="fp-h2" id="people">
          My people
        </h2>
        <MyPeople people={people} />
      </section>
      <section className="fp-section" aria-labelledby="more">
        <h2 className="fp-h2" id="more">
          Your information
        </h2>
        <ul className="fp-rows">
          <li>
            <Row href="/me/who-can-see" small="And who has looked">
              Who can see this
            </Row>
          </li>
          <li>
            <Row href="/me/reminders" small="Turn them on or off">
              Reminders
            </Row>
          </li>
        </ul>
      </section>
    </OwnPage>
  )
}

function Row({ href, small, children }: { href: string; small: string; children: React.ReactNode }) {
  return (
    <Link className="fp-row" href={href}>
      <span>
        {children}
        <small>{small}</small>
      </span>
      <Icon name="forward" />
    </Link>
  )
}

/** Nobody is with them now: what they can still do, and the way back. */
function NotWithATeam({ waiting }: { waiting: boolean }) {
  return (
    <section className="fp-card fp-card--strong" aria-labelledby="team">
      <h2 className="fp-h3" id="team">
        {waiting ? 'We have your name' : 'You are not with a team just now'}
      </h2>
      {waiting ? (
        <p>The team is looking at how they can help. They will tell you.</p>
      ) : (
        <>
          <p>Your goals and your plan are still here to read.</p>
          <p>
            You can come back. Tell somebody you met here, or ask an adult to ring. You do not need a new
            letter.
          </p>
        </>
      )}
    </section>
  )
}
