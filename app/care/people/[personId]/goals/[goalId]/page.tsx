import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Block } from '@/app/_ui/block'
import { ButtonLink } from '@/app/_ui/button-link'
import { MovementChart } from '@/app/_ui/charts/movement-chart'
import { Link } from '@/app/_ui/link'
import { OwnWords } from '@/app/_ui/own-words'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { Verbatim } from '@/app/_ui/verbatim'
import { readGoal } from '@/db/goals/reads'
import { inWords } from '@/lib/day'
import { endedUnmet, endReasons, outcomeKinds, whoseInWords } from '@/lib/goals/goal'
import { lineInWords, marksOf } from '@/lib/goals/lines'
import { statusOfGoal } from '@/lib/goals/status'
import { themesInWords } from '@/lib/goals/themes'
import { Steps } from '../steps'
import { RatingsTable } from './ratings-table'
import { Talks } from './talks'

type Props = {
  params: Promise<{ personId: string; goalId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

export const metadata = { title: 'A goal' }

export default async function Goal({ params, searchParams }: Props) {
  const { personId, goalId } = await params
  const { saved } = await searchParams
  const base = `/care/people/${personId}`
  const page = await load(readGoal, { personId, goalId }, `${base}/goals/${goalId}`)
  const { actor, identity, goal, replaced, replacedBy, others, marks, talks } = page
  const { knownAs } = identity
  const newest = goal.lines[0]?.points.findLast((point) => point.value !== null)
  const { lifecycleStatus, achievementStatus } = statusOfGoal(goal.endedBecause, newest?.value ?? null)
  const unmet =
    goal.endedBecause !== null && endedUnmet(goal.endedBecause, newest?.value ?? null) && talks.length === 0
  const otherLines = goal.lines.filter((line) => line.rater !== 'young-person')
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <BackLink href={`${base}/goals`}>Back to {knownAs}’s goals</BackLink>
      <Saved at={saved} />
      <div className="fp-split">
        <div>
          <PageHeading
            lede={`${whoseInWords(goal.whose, knownAs)}, in their words. Agreed ${inWords(goal.agreedOn)}.`}
          >
            <Verbatim lang={goal.language}>{goal.words}</Verbatim>
          </PageHeading>
          {goal.endedOn && goal.endedBecause && (
            <section className="fp-card" aria-labelledby="ended">
              <h2 className="fp-h3" id="ended">
                Ended {inWords(goal.endedOn)}: {endReasons[goal.endedBecause]}
              </h2>
              {goal.endedWords && <OwnWords>{goal.endedWords}</OwnWords>}
              {replacedBy && (
                <p>
                  It became{' '}
                  <Link href={`${base}/goals/${replacedBy.id}`}>
                    <Verbatim lang={replacedBy.language}>{replacedBy.words}</Verbatim>
                  </Link>
                </p>
              )}
            </section>
          )}
          {replaced && (
            <p>
              It came from an earlier goal, which keeps its own ratings:{' '}
              <Link href={`${base}/goals/${replaced.id}`}>
                <Verbatim lang={replaced.language}>{replaced.words}</Verbatim>
              </Link>
            </p>
          )}
          <section className="fp-chart fp-section">
            <h2 className="fp-chart__title" id="says">
              {goal.sentence}
            </h2>
            {otherLines.length > 0 && (
              <p className="fp-chart__about">
                {otherLines.map((line) => `${line.name}: ${lineInWords(line)}`).join(' ')} Each person’s
                ratings stand for themselves.
              </p>
            )}
            {goal.ratings.length === 0 ? (
              <p>The picture begins with the first rating.</p>
            ) : (
              <>
                <MovementChart sentenceId="says" series={goal.lines} marks={marksOf(goal.ratings, marks)} />
                <RatingsTable ratings={goal.ratings} base={`${base}/goals/${goal.id}`} />
              </>
            )}
          </section>
          {lifecycleStatus === 'active' && achievementStatus === 'achieved' && (
            <p className="fp-section">
              The latest rating is 10. The goal stays open until {knownAs} and those who help agree to end it.
            </p>
          )}
          {(goal.talkDue || unmet) && (
            <section className="fp-card fp-card--strong fp-section" aria-labelledby="talk">
              <h2 className="fp-h3" id="talk">
                Goals do not always move. What shall we do?
              </h2>
              <p>
                {goal.endedOn
                  ? `It ended before it was reached. What was tried, and what does ${knownAs} think?`
                  : `Keep going, change it, or help in another way: ${knownAs} and those who help decide together.`}
              </p>
              <ButtonLink href={`${base}/goals/${goal.id}/talk`}>Talk about it</ButtonLink>
            </section>
          )}
          {talks.length > 0 && (
            <section className="fp-section" aria-labelledby="talks">
              <h2 id="talks">Talks about this goal</h2>
              <Talks talks={talks} knownAs={knownAs} />
            </section>
          )}
          {!goal.endedOn && (
            <div className="fp-actions">
              <ButtonLink tone="go" href={`${base}/rating`}>
                Rate goals
              </ButtonLink>
              <Link href={`${base}/goals/${goal.id}/end`}>End or change this goal</Link>
              {!goal.talkDue && <Link href={`${base}/goals/${goal.id}/talk`}>Talk about it</Link>}
            </div>
          )}
        </div>
        <div>
          {(!goal.endedOn || goal.steps.length > 0) && (
            <Block
              title="Small steps"
              id="steps"
              link={
                !goal.endedOn && <Link href={`${base}/goals/${goal.id}/steps/new`}>Add a small step</Link>
              }
            >
              {goal.steps.length === 0 ? (
                <p className="fp-quiet">None yet. What would be a first small step?</p>
              ) : (
                <Steps steps={goal.steps} personId={personId} mayChange={!goal.endedOn} />
              )}
            </Block>
          )}
          {(goal.kind || goal.themes.length > 0 || goal.fourthBecause || goal.starred) && (
            <Block title="About this goal" id="about">
              {goal.kind && <p>{outcomeKinds[goal.kind]}</p>}
              {goal.themes.length > 0 && <p>Themes: {themesInWords(goal.themes)}</p>}
              {goal.starred && <p>{knownAs} marked it to look at first.</p>}
              {goal.fourthBecause && <p>Why beside three others: {goal.fourthBecause}</p>}
            </Block>
          )}
          {others.length > 0 && (
            <Block title={`${knownAs}’s other goals`} id="others">
              <ul className="fp-todo">
                {others.map((other) => (
                  <li key={other.id}>
                    <p>
                      <Link href={`${base}/goals/${other.id}`}>
                        <Verbatim lang={other.language}>{other.words}</Verbatim>
                      </Link>
                    </p>
                    <p className="fp-quiet">{other.sentence}</p>
                  </li>
                ))}
              </ul>
            </Block>
          )}
        </div>
      </div>
    </RecordPage>
  )
}
