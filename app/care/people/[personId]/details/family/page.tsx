import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { ButtonLink } from '@/app/_ui/button-link'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { familyOf, holdsOn } from '@/db/family/reads'
import { relationships } from '@/lib/people/relationships'
import { AllowedItem } from './allowed-item'
import { CapacityRecords } from './capacity-records'

export const metadata = { title: 'What parents and carers see' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

export default async function Family({ params, searchParams }: Props) {
  const { personId } = await params
  const { saved } = await searchParams
  const details = `/care/people/${personId}/details`
  const { actor, identity, today, parents, allowed, recorded } = await load(
    familyOf,
    { personId },
    `${details}/family`,
  )
  const { knownAs, age } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={details}>Back to {knownAs}’s details</BackLink>
      <Saved at={saved} />
      <PageHeading
        lede={
          age >= 16
            ? `${knownAs} is ${age}: they decide what a parent or carer sees. Each thing is asked apart.`
            : `${knownAs} is ${age}. Each thing is a decision of its own: record first if ${knownAs} is able to make it.`
        }
      >
        What parents and carers see
      </PageHeading>
      {parents.length === 0 && (
        <Empty action={<ButtonLink href={`${details}/people/new`}>Add somebody who matters</ButtonLink>}>
          No parent or carer is among the people who matter yet.
        </Empty>
      )}
      {parents.map((parent) => {
        const now = allowed.filter((one) => one.relationshipId === parent.id && holdsOn(one, today))
        return (
          <section className="fp-section" key={parent.id} aria-labelledby={`parent-${parent.id}`}>
            <div className="fp-block__head">
              <h2 id={`parent-${parent.id}`}>
                {parent.name}, {relationships[parent.relation].toLowerCase()}
              </h2>
              <Link href={`${details}/family/${parent.id}`}>Let {parent.name} see something</Link>
            </div>
            <p className="fp-quiet">
              {parent.hasPages ? 'Has pages of their own.' : 'Has no pages of their own yet.'} Parental
              responsibility: {parent.parentalResponsibility.replace('-', ' ')}.
            </p>
            {now.length === 0 ? (
              <p>{parent.name} sees nothing.</p>
            ) : (
              <ul className="fp-todo fp-form-page">
                {now.map((one) => (
                  <AllowedItem key={one.id} one={one} personId={personId} knownAs={knownAs} open />
                ))}
              </ul>
            )}
          </section>
        )
      })}
      <CapacityRecords recorded={recorded} knownAs={knownAs} age={age} base={`${details}/family`} />
      {allowed.some((one) => !holdsOn(one, today)) && (
        <section className="fp-section" aria-labelledby="before">
          <h2 id="before">Ended</h2>
          <ul className="fp-todo fp-form-page">
            {allowed
              .filter((one) => !holdsOn(one, today))
              .map((one) => (
                <AllowedItem
                  key={one.id}
                  one={one}
                  personId={personId}
                  knownAs={knownAs}
                  who={parents.find((parent) => parent.id === one.relationshipId)?.name}
                />
              ))}
          </ul>
        </section>
      )}
    </RecordPage>
  )
}
