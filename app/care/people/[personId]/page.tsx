import { load } from '@/app/_act/load'
import { Block } from '@/app/_ui/block'
import { ButtonLink } from '@/app/_ui/button-link'
import { Card } from '@/app/_ui/card'
import { MovementKey } from '@/app/_ui/charts/movement-key'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { OwnWords } from '@/app/_ui/own-words'
import { PeopleList } from '@/app/_ui/people-list'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { Verbatim } from '@/app/_ui/verbatim'
import { overview } from '@/db/people/overview'
import { type Role, roleNames } from '@/lib/access/roles'
import { inShort, inWords } from '@/lib/day'
import { tookPartInWords } from '@/lib/grouping/decision-form'
import { groupingNames, viewMissingReasons } from '@/lib/grouping/grouping'
import { relationships } from '@/lib/people/relationships'
import { EpisodeNotice } from './episode-notice'
import { GoalCard } from './goals/goal-card'
import { NextMeeting } from './next-meeting'
import { entryKey, StoryEntry } from './story/story-entry'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

export const metadata = { title: 'Overview' }

export default async function Overview({ params, searchParams }: Props) {
  const { personId } = await params
  const { saved } = await searchParams
  const base = `/care/people/${personId}`
  const {
    actor,
    identity,
    today,
    goals,
    decision,
    meeting,
    nothingNext,
    now,
    story,
    workers,
    matter,
    episode,
    joined,
  } = await load(overview, { personId }, base)
  const { knownAs } = identity
  const open = identity.episode.status === 'open'
  const lines = goals.flatMap((goal) => goal.lines)
  const lastRated = goals
    .flatMap((goal) => goal.lines.flatMap((line) => line.points.map((point) => point.day)))
    .sort()
    .at(-1)
  const marks = joined
    ? [{ day: joined.on, label: `${joined.name.split(' ')[0]} joined, ${inShort(joined.on)}` }]
    : []
  return (
    <RecordPage actor={actor} identity={identity} tab="">
      <Saved at={saved} />
      <EpisodeNotice identity={identity} episode={episode} />
      <div className="fp-split">
        <div>
          <div className="fp-block__head">
            <h1>{knownAs}’s goals</h1>
            {open && goals.length > 0 && <Link href={`${base}/goals/new`}>Add a goal</Link>}
          </div>
          {goals.length === 0 ? (
            <Empty
              action={
                open && (
                  <ButtonLink tone="go" href={`${base}/goals/new`}>
                    Add a goal
                  </ButtonLink>
                )
              }
            >
              No goals yet. They appear here with how they move, once {knownAs} and a worker have agreed one.
              A good start: what happens on a good day?
            </Empty>
          ) : (
            <>
              <h2 className="nhsuk-u-visually-hidden">Open goals</h2>
              <ul className="fp-cards">
                {goals.map((goal) => (
                  <GoalCard key={goal.id} goal={goal} personId={personId} knownAs={knownAs} marks={marks} />
                ))}
              </ul>
              {lines.length > 0 && <MovementKey series={lines} marks={marks} />}
              {open && (
                <div className="fp-actions">
                  <ButtonLink tone="go" href={`${base}/rating`}>
                    Rate goals
                  </ButtonLink>
                  <span className="fp-quiet fp-small">
                    {lastRated ? `Last rated ${inWords(lastRated)}` : 'Not rated yet'}
                  </span>
                </div>
              )}
            </>
          )}
          <section className="fp-section" aria-labelledby="latest">
            <div className="fp-block__head">
              <h2 id="latest">Latest in the story</h2>
              <Link href={`${base}/story`}>The whole story</Link>
            </div>
            {story.length === 0 ? (
              <Empty>The story starts with the referral. Notes, ratings and meetings follow.</Empty>
            ) : (
              <div className="fp-card">
                <ul className="fp-todo">
                  {story.map((entry) => (
                    <StoryEntry key={entryKey(entry)} entry={entry} knownAs={knownAs} personId={personId} />
                  ))}
                </ul>
              </div>
            )}
          </section>
        </div>
        <div>
          <Card strong title="What is needed now" id="needed">
            {decision ? (
              <>
                <p className="fp-tight">
                  <b>{groupingNames[decision.grouping]}</b>
                </p>
                <p className="fp-quiet">
                  Decided together on {inWords(decision.decidedOn)} by{' '}
                  {tookPartInWords(decision.tookPart, knownAs)}. Look at it again by{' '}
                  {inWords(decision.reviewOn)}.
                </p>
                {decision.view ? (
                  <OwnWords>{decision.view}</OwnWords>
                ) : (
                  <p className="fp-quiet">
                    {knownAs}’s view is missing
                    {decision.viewMissing && `: ${lower(viewMissingReasons[decision.viewMissing])}`}.
                  </p>
                )}
                <h3 className="fp-h4">The plan</h3>
                <p>
                  <Verbatim>{decision.plan}</Verbatim>
                </p>
                <h3 className="fp-h4">Who does what</h3>
                <p>
                  <Verbatim>{decision.everyonesPart}</Verbatim>
                </p>
                <Link href={`${base}/grouping`}>Look at it together</Link>
              </>
            ) : (
              <>
                <p>
                  Not decided yet. {knownAs} and those who help choose together what is needed now, and it
                  appears here.
                </p>
                {open && <Link href={`${base}/grouping/decision`}>Decide together</Link>}
              </>
            )}
          </Card>
          <Block
            title="Next meeting"
            id="next-meeting"
            link={open && <Link href={`${base}/meetings/new`}>Book a meeting</Link>}
          >
            <NextMeeting
              meeting={meeting}
              nothing={nothingNext}
              personId={personId}
              knownAs={knownAs}
              today={today}
              now={now}
            />
            <p>
              <Link href={`${base}/meetings`}>All meetings</Link>, past and cancelled ones too.
            </p>
          </Block>
          <Block
            title={`Who is beside ${knownAs}`}
            id="beside"
            link={open && <Link href={`${base}/handover`}>Hand-over</Link>}
          >
            {workers.length + matter.length === 0 ? (
              <p className="fp-quiet">
                Nobody yet. The named worker appears here when a referral is accepted; add the people who
                matter in <Link href={`${base}/details`}>Details</Link>.
              </p>
            ) : (
              <PeopleList
                people={[
                  ...workers.map((worker) => ({
                    key: worker.id,
                    name: worker.name,
                    lines: [
                      `${worker.jobTitle || (worker.role ? roleNames[worker.role as Role] : 'Worker')}${
                        worker.id === identity.namedWorker?.id ? ', named worker' : ''
                      }${worker.since ? `, since ${inShort(worker.since)}` : ''}`,
                    ],
                  })),
                  ...matter.map((one) => ({
                    key: one.id,
                    name: one.name,
                    lines: [
                      `${relationships[one.relation] ?? one.relation}${one.contact ? `. ${one.contact}` : ''}`,
                    ],
                  })),
                ]}
              />
            )}
          </Block>
        </div>
      </div>
    </RecordPage>
  )
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
