import { load } from '@/app/_act/load'
import { Block } from '@/app/_ui/block'
import { ButtonLink } from '@/app/_ui/button-link'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { NewestPlan } from '@/app/_ui/plan/newest-plan'
import { PlanText } from '@/app/_ui/plan/plan-text'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { readPlan } from '@/db/plans/reads'
import { instantInWords } from '@/lib/day'
import { type PlanKind, planKinds } from '@/lib/plans/plan'
import { namesByLine } from '@/lib/plans/sharing'
import { planAddress } from './address'
import { Proposals } from './proposals'
import { versionInWords } from './version-in-words'

export type PlanPageProps = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

/** A plan as workers see it: to read, to suggest a change, or to write together. */
export async function PlanPage({ kind, params, searchParams }: PlanPageProps & { kind: PlanKind }) {
  const { personId } = await params
  const { saved } = await searchParams
  const base = planAddress({ personId, kind })
  const { actor, identity, plan, proposals, shares, versions } = await load(
    readPlan,
    { personId, kind },
    base,
  )
  const { name, path } = planKinds[kind]
  const { knownAs } = identity
  const writable = identity.episode.status !== 'declined'
  return (
    <RecordPage actor={actor} identity={identity} tab={path}>
      <Saved at={saved} />
      <NewestPlan
        check={`/api/plans/${personId}/${kind}/newest`}
        shown={plan?.number ?? 0}
        page={base}
        name={name}
      />
      <div className="fp-split">
        <div>
          <PageHeading lede={plan && versionInWords(plan, knownAs)}>
            {knownAs}’s {name}
          </PageHeading>
          {plan ? (
            <>
              <PlanText kind={kind} sections={plan.sections} shared={namesByLine(shares)} />
              {writable && (
                <div className="fp-actions">
                  <ButtonLink tone="go" href={`${base}/change`}>
                    Suggest a change
                  </ButtonLink>
                  <ButtonLink href={`${base}/together`}>Write it together</ButtonLink>
                </div>
              )}
            </>
          ) : (
            <Empty
              action={
                writable && (
                  <div className="fp-actions">
                    <ButtonLink tone="go" href={`${base}/together`}>
                      Start it together
                    </ButtonLink>
                    <ButtonLink href={`${base}/change`}>Suggest a first version</ButtonLink>
                  </div>
                )
              }
            >
              {knownAs} has not started a {name}.
            </Empty>
          )}
        </div>
        <div>
          <Block title={`Waiting for ${knownAs}’s yes`} id="waiting">
            <Proposals kind={kind} plan={plan} proposals={proposals} knownAs={knownAs} base={base} />
          </Block>
          {plan && (
            <Block
              title="Who sees which line"
              id="shared"
              link={<Link href={`${base}/sharing`}>Share a line</Link>}
            >
              <p>
                {knownAs} and the workers beside them see every line.{' '}
                {shares.length > 0
                  ? 'Who else sees a line stands under it.'
                  : 'Nobody else sees any, until they say so.'}
              </p>
            </Block>
          )}
          {plan && (
            <Block title="On paper" id="paper">
              <p>
                <Link href={`${base}/print`}>Print this {name}</Link>
              </p>
            </Block>
          )}
          <Block title="Versions" id="versions">
            {versions.length === 0 ? (
              <p className="fp-quiet">Each time it is saved, the version before it stays here.</p>
            ) : (
              <ol className="fp-todo">
                {versions.map((version) => (
                  <li key={version.number}>
                    <Link href={`${base}/versions/${version.number}`}>Version {version.number}</Link>
                    {version.number === plan?.number && ', the one that counts'}
                    <br />
                    <span className="fp-quiet">{instantInWords(version.madeAt)}</span>
                  </li>
                ))}
              </ol>
            )}
          </Block>
          <Block title={kind === 'safety' ? 'The other plan' : 'Staying safe'} id="other">
            <p>
              {kind === 'safety' ? (
                <Link href={planAddress({ personId, kind: 'wellbeing' })}>{knownAs}’s plan</Link>
              ) : (
                <Link href={planAddress({ personId, kind: 'safety' })}>
                  {identity.hasSafetyPlan ? `${knownAs}’s safety plan` : 'No safety plan yet'}
                </Link>
              )}
            </p>
          </Block>
        </div>
      </div>
    </RecordPage>
  )
}
