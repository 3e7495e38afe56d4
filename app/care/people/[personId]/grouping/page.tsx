import { load } from '@/app/_act/load'
import { Block } from '@/app/_ui/block'
import { ButtonLink } from '@/app/_ui/button-link'
import { Card } from '@/app/_ui/card'
import { Details } from '@/app/_ui/details'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { OwnWords } from '@/app/_ui/own-words'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { readGrouping } from '@/db/grouping/reads'
import { instantInWords, inWords } from '@/lib/day'
import { tookPartInWords } from '@/lib/grouping/decision-form'
import { groupingNames } from '@/lib/grouping/grouping'
import { DecisionFacts } from './decision-facts'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

export const metadata = { title: 'What is needed now' }

export default async function Grouping({ params, searchParams }: Props) {
  const { personId } = await params
  const { saved } = await searchParams
  const base = `/care/people/${personId}/grouping`
  const { actor, identity, draft, current, earlier, safetyPlanWaitsFor } = await load(
    readGrouping,
    { personId },
    base,
  )
  const { knownAs } = identity
  const open = identity.episode.status === 'open'
  return (
    <RecordPage actor={actor} identity={identity} tab="grouping">
      <Saved at={saved} />
      <div className="fp-split">
        <div>
          <PageHeading
            lede={`A shared decision with ${knownAs}, for now. Any answer can follow any other, at any time.`}
          >
            What is needed now?
          </PageHeading>
          {draft && (
            <Notice kind="warning" action={<Link href={`${base}/decision`}>Go on with the draft</Link>}>
              There is a draft from {instantInWords(draft.at)}, by {draft.by}. It is not a decision.
            </Notice>
          )}
          {current ? (
            <>
              {current.grouping === 'getting-risk-support' && !identity.hasSafetyPlan && (
                <Notice
                  kind="warning"
                  action={<Link href={`/care/people/${personId}/safety-plan`}>Start it together.</Link>}
                >
                  There is no safety plan yet.
                  {safetyPlanWaitsFor &&
                    ` ${safetyPlanWaitsFor} has been asked to write one with ${knownAs}.`}
                </Notice>
              )}
              <Card strong title={groupingNames[current.grouping]} id="current">
                <h3 className="fp-h4">What is needed now</h3>
                <p className="fp-verbatim">{current.needNow}</p>
                <h3 className="fp-h4">The plan</h3>
                <p className="fp-verbatim">{current.plan}</p>
                <h3 className="fp-h4">Who does what</h3>
                <p className="fp-verbatim">{current.everyonesPart}</p>
              </Card>
              <section className="fp-section" aria-labelledby="how">
                <h2 id="how">How we decided</h2>
                <DecisionFacts decision={current} knownAs={knownAs} />
              </section>
            </>
          ) : (
            <Empty>
              Not decided yet. What is needed now is chosen with {knownAs}, and written here by the people who
              help.
            </Empty>
          )}
          {open ? (
            <div className="fp-actions">
              <ButtonLink tone="go" href={`${base}/decision`}>
                {current ? 'Decide again together' : 'Decide together'}
              </ButtonLink>
            </div>
          ) : (
            <p className="fp-section">A shared decision can be made while an episode is open.</p>
          )}
        </div>
        <div>
          <Block title="Decisions before this one" id="earlier">
            {earlier.length === 0 ? (
              <p>None. Each new decision is added, and those before it stay here.</p>
            ) : (
              <ol className="fp-todo">
                {earlier.map((decision) => (
                  <li key={decision.id}>
                    <p>
                      <b>{groupingNames[decision.grouping]}</b>
                    </p>
                    <p className="fp-quiet">
                      {inWords(decision.decidedOn)}
                      {decision.until && ` to ${inWords(decision.until)}`}.{' '}
                      {tookPartInWords(decision.tookPart, knownAs)}.
                    </p>
                    {decision.youngPersonsView && <OwnWords>{decision.youngPersonsView}</OwnWords>}
                    <Details
                      summary={
                        <>
                          All of this decision
                          <span className="nhsuk-u-visually-hidden"> of {inWords(decision.decidedOn)}</span>
                        </>
                      }
                    >
                      <p className="fp-verbatim">{decision.needNow}</p>
                      <p className="fp-verbatim">The plan: {decision.plan}</p>
                      <p className="fp-verbatim">Who does what: {decision.everyonesPart}</p>
                      <DecisionFacts decision={decision} knownAs={knownAs} />
                    </Details>
                  </li>
                ))}
              </ol>
            )}
          </Block>
          <Block title="Good to know" id="know">
            <p className="fp-small">
              People choose this together. Footpath never works it out from scores. Earlier decisions stay as
              they were.
            </p>
          </Block>
        </div>
      </div>
    </RecordPage>
  )
}
