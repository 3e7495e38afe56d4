import type { ReactNode } from 'react'
import { searchPeople } from '@/app/care/search/actions'
import type { Actor } from '@/db/door'
import type { Identity } from '@/db/people/identity'
import { teamRoles } from '@/lib/access/roles'
import { timeInWords } from '@/lib/day'
import { groupingInWords } from '@/lib/grouping/grouping'
import { nhsNumberInWords } from '@/lib/people/nhs-number'
import { homeOf, navigation } from './navigation'
import { Notice } from './notice'
import { RecordShell } from './record-shell'
import { Shell } from './shell'

/** Who the page is drawn for: what every read gives back as `actor`. */
type PageActor = Pick<Actor, 'staffId' | 'name' | 'role' | 'partnershipName' | 'demonstration'>

type Props = {
  actor: PageActor /** href of the navigation item */
  current?: string
  wide?: boolean
  children: ReactNode
}

const frame = (actor: PageActor) => {
  const searches = (teamRoles as readonly string[]).includes(actor.role)
  return {
    partnership: actor.partnershipName,
    home: homeOf(actor.role),
    actor: { name: actor.name },
    session: actor,
    nav: navigation[actor.role],
    account: [{ href: '/account', label: 'Your account' }],
    signOut: '/sign-out',
    search: searches ? searchPeople : undefined,
    searchHref: searches ? '/care/search' : undefined,
    concernHref: searches ? '/care/concern' : undefined,
    demonstration: actor.demonstration,
  }
}

/** The frame of every page for staff. */
export function StaffPage({ actor, children, ...rest }: Props) {
  return (
    <Shell {...frame(actor)} {...rest}>
      {children}
    </Shell>
  )
}

/** The frame of every page of a young person's record. `tab` is the last part of its address, '' for Overview. */
export function RecordPage({
  actor,
  identity,
  tab,
  children,
}: {
  actor: PageActor
  identity: Identity
  tab: string
  children: ReactNode
}) {
  const base = `/care/people/${identity.personId}`
  const links = [
    ['', 'Overview'],
    ['/goals', 'Goals'],
    ['/plan', 'Plan'],
    ['/grouping', 'Grouping'],
    ['/story', 'Story'],
    ['/handover', 'Hand-over'],
    ['/details', 'Details'],
  ].map(([path, label]) => ({ href: `${base}${path}`, label: label! }))
  const beside = [identity.namedWorker, identity.alsoBeside].filter((w) => w !== null)
  return (
    <RecordShell
      {...frame(actor)}
      current="/care/people"
      concernHref={`${base}/concern`}
      person={{
        name: identity.name,
        knownAs: identity.knownAs,
        pronouns: identity.pronouns,
        age: identity.age,
        nhsNumber: identity.nhsNumber ? nhsNumberInWords(identity.nhsNumber) : undefined,
        safetyPlan: {
          href: `${base}/safety-plan`,
          label: identity.hasSafetyPlan ? 'Safety plan' : 'No safety plan yet',
        },
        facts: [
          {
            label: `Beside ${identity.knownAs}`,
            value: beside.length
              ? beside.map((w) => w.name).join(', ')
              : identity.episode.status === 'waiting'
                ? 'Nobody yet: waiting'
                : 'Nobody now',
          },
          { label: 'How to contact safely', value: identity.safeContact || 'Not recorded' },
          { label: 'Communication needs', value: identity.communicationNeeds || 'Not recorded' },
          { label: 'Needs-based grouping', value: groupingInWords(identity.grouping) },
        ],
      }}
      links={links}
      currentLink={tab ? `${base}/${tab}` : base}
    >
      {identity.openedInNeedUntil && (
        <Notice kind="warning">
          You opened this record in need. It stays open for you until{' '}
          {timeInWords(identity.openedInNeedUntil)}. The privacy officer looks at what was done.
        </Notice>
      )}
      {children}
    </RecordShell>
  )
}
