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
import { Table } from '@/app/_ui/table'
import { Verbatim } from '@/app/_ui/verbatim'
import { readGoal } from '@/db/goals/reads'
import { inWords } from '@/lib/day'
import { endReasons, outcomeKinds, whoseInWords } from '@/lib/goals/goal'
import { lineInWords, marksOf } from '@/lib/goals/lines'
import { notTodayReasons } from '@/lib/goals/rating'

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
  const { actor, identity, goal, replaced, replacedBy, others, marks } = page
  const { knownAs } = identity
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
                <Table
                  stack
                  caption="Every rating of this goal"
                  columns={[
                    { header: 'Date' },
                    { header: 'Who' },
                    { header: 'Rating', number: true },
                    { header: 'What makes it that number' },
                  ]}
                  rows={[...goal.ratings].reverse().map((rating, index) => ({
                    key: String(index),
                    cells: [
                      inWords(rating.on),
                      rating.name,
                      rating.value ?? 'not today',
                      rating.notToday ? (
                        notTodayReasons[rating.notToday]
                      ) : rating.words ? (
                        <Verbatim key="words">{rating.words}</Verbatim>
                      ) : (
                        <span key="none" className="fp-quiet">
                          nothing written
                        </span>
                      ),
                    ],
                  }))}
                />
              </>
            )}
          </section>
          {!goal.endedOn && goal.lines.some((line) => line.stuck) && (
            <section className="fp-card fp-card--strong" aria-labelledby="talk">
              <h2 className="fp-h3" id="talk">
                Goals do not always move. What shall we do?
              </h2>
              <p>
                Keep going, change the goal, change how we help, something in the community, stop for now, or
                bring someone else in. Talk about it together, and write in the story what {knownAs} says.
              </p>
            </section>
          )}
          {!goal.endedOn && (
            <div className="fp-actions">
              <ButtonLink tone="go" href={`${base}/rating`}>
                Rate goals
              </ButtonLink>
              <Link href={`${base}/goals/${goal.id}/end`}>End or change this goal</Link>
            </div>
          )}
        </div>
        <div>
          {(goal.firstStep || goal.kind || goal.fourthBecause) && (
            <Block title="About this goal" id="about">
              {goal.firstStep && <p>First small step: {goal.firstStep}</p>}
              {goal.kind && <p>{outcomeKinds[goal.kind]}</p>}
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
