import type { ComponentProps } from 'react'
import { type Fact, IdentityFacts } from './identity-facts'
import { Link } from './link'
import { type NavItem, NavLinks } from './nav-links'
import { Shell } from './shell'

type Props = Omit<ComponentProps<typeof Shell>, 'banner' | 'youngPerson'> & {
  /** The person whose record this is; identity data only, worked out by the page. */
  person: {
    /** Known-as name, with surname where two people could be mistaken for each other. */
    name: string
    /** For labels such as "Sam’s record"; the whole name when left out. */
    knownAs?: string
    pronouns?: string
    /** Years. */
    age?: number
    /** Already in groups of three, three and four. */
    nhsNumber?: string
    /** One press from every page of a record. */
    safetyPlan: { href: string; label: string }
    /** For example 'Example data', or a link to a message about this record. */
    facts: readonly Fact[]
  }
  /** Overview, Goals, Plan and the others: links to pages, not tabs. */
  links: readonly NavItem[]
  /** The href of the record page we are on. */
  currentLink?: string
}

/** A page of one young person's record: the identity bar under the header, then the record's own links. */
export function RecordShell({ person, links, currentLink, children, ...shell }: Props) {
  const knownAs = person.knownAs ?? person.name
  return (
    <Shell
      {...shell}
      banner={
        <section className="fp-identity" aria-label="Whose record this is">
          <div className="fp-container">
            <div className="fp-identity__who">
              <p className="fp-identity__name">{person.name}</p>
              {person.pronouns && <span>{person.pronouns}</span>}
              {person.age !== undefined && <span>aged {person.age}</span>}
              {person.nhsNumber && <span className="fp-nowrap fp-num">NHS number: {person.nhsNumber}</span>}
              <Link className="fp-identity__plan" href={person.safetyPlan.href}>
                {person.safetyPlan.label}
              </Link>
            </div>
            <IdentityFacts facts={person.facts} />
          </div>
          <NavLinks label={`${knownAs}’s record`} items={links} current={currentLink} />
        </section>
      }
    >
      {children}
    </Shell>
  )
}
