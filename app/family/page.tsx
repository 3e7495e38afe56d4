import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { MovementPicture } from '@/app/_ui/charts/movement-picture'
import { OwnPage } from '@/app/_ui/own-page'
import { Saved } from '@/app/_ui/saved'
import { Verbatim } from '@/app/_ui/verbatim'
import { familyHome } from '@/db/family/home'
import { firstName, listed, whenInWords } from '@/lib/own-pages/when'

export const metadata = { title: 'Home' }

type Props = { searchParams: Promise<{ saved?: string | string[] }> }

export default async function FamilyHome({ searchParams }: Props) {
  const { saved } = await searchParams
  const { actor, knownAs, now, seesGoals, seesMeetings, goals, ended, meetings, plan } = await load(
    familyHome,
    undefined,
    '/family',
  )
  const nothing = !seesGoals && !seesMeetings && plan.length === 0
  return (
    <OwnPage actor={actor} current="/family">
      <Saved at={saved} />
      <h1>Hello {firstName(actor.name)}.</h1>
      <p>
        This page is about {knownAs}. You see what {knownAs} wants you to see, or what was agreed with you.
      </p>
      {nothing && <p>There is nothing to see yet. {knownAs} can change that. So can the people who help.</p>}
      {seesMeetings && (
        <section className="fp-card fp-card--strong" aria-labelledby="next">
          <h2 className="fp-h3" id="next">
            Next meetings
          </h2>
          {meetings.length === 0 && <p>No meeting is booked.</p>}
          {meetings.map((meeting) => (
            <p key={meeting.id}>
              <b>{whenInWords(meeting.startsAt, now)}</b>
              {meeting.place && (
                <>
                  <br />
                  {meeting.place}
                </>
              )}
              <br />
              With {listed([meeting.with, ...(meeting.also ? [meeting.also] : [])].map(firstName))}
            </p>
          ))}
        </section>
      )}
      {seesGoals && (
        <section className="fp-section" aria-labelledby="goals">
          <h2 className="fp-h2" id="goals">
            {knownAs}’s goals
          </h2>
          {goals.length === 0 ? (
            <p>There is no open goal you can see.</p>
          ) : (
            <>
              <p>
                <ButtonLink tone="go" href="/family/rating">
                  How close do you think it is?
                </ButtonLink>
              </p>
              <Goals goals={goals} knownAs={knownAs} />
            </>
          )}
          {ended.length > 0 && (
            <>
              <h3 className="fp-h3">Goals that ended</h3>
              <Goals goals={ended} knownAs={knownAs} />
            </>
          )}
        </section>
      )}
      {plan.length > 0 && (
        <section className="fp-section" aria-labelledby="plan">
          <h2 className="fp-h2" id="plan">
            From {knownAs}’s plan
          </h2>
          {plan.map((part) => (
            <section className="fp-plan__part" key={part.key} aria-labelledby={part.key.replace(' ', '-')}>
              <h3 className="fp-h3" id={part.key.replace(' ', '-')}>
                {part.title}
              </h3>
              <ul className="fp-words fp-plan__lines">
                {part.lines.map((words, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two lines may have the same words, and none moves
                  <li key={index}>
                    <Verbatim>{words}</Verbatim>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      )}
    </OwnPage>
  )
}

type Goal =
  Awaited<ReturnType<typeof familyHome>> extends infer R
    ? R extends { ok: true; value: { goals: (infer G)[] } }
      ? G
      : never
    : never

/** Goals they may see, in the young person's words; each person's answers apart. */
function Goals({ goals, knownAs }: { goals: readonly Goal[]; knownAs: string }) {
  return (
    <ul className="fp-cards">
      {goals.map((goal) => (
        <li className="fp-card" key={goal.id}>
          <h3 className="fp-goal__words">
            <Verbatim lang={goal.language}>{goal.words}</Verbatim>
          </h3>
          <div id={`goal-${goal.id}-says`}>
            {goal.theirs && (
              <p className="fp-tight">
                {knownAs}: {goal.theirs}
              </p>
            )}
            <p className="fp-tight">You: {goal.own ?? 'You have not said yet how close you think it is.'}</p>
          </div>
          {goal.lines.length > 0 && (
            <MovementPicture sentenceId={`goal-${goal.id}-says`} series={goal.lines} />
          )}
        </li>
      ))}
    </ul>
  )
}
