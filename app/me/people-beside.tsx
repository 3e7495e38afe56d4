import { PeopleList } from '@/app/_ui/people-list'
import type { Beside } from '@/db/me/beside'
import { firstName } from '@/lib/own-pages/when'

const roleWords: Partial<Record<NonNullable<Beside['role']>, string>> = {
  clinician: 'Your clinician.',
  facilitator: 'Your youth facilitator.',
  'team-lead': 'Leads the team that helps you.',
}

/** A number as a link that rings it: what is pressed is what was written. */
const dialled = (phone: string) => `tel:${phone.replace(/[^+\d]/g, '')}`

/** The workers beside them, with initials and how to reach them. */
export function MyPeople({ people }: { people: readonly Beside[] }) {
  if (people.length === 0) return <p>Nobody is named yet. When somebody is, you see them here.</p>
  return (
    <PeopleList
      people={people.map((one) => ({
        key: one.id,
        name: one.name,
        lines: [
          [one.role ? roleWords[one.role] : one.jobTitle, one.words].filter(Boolean).join(' '),
          one.phone ? (
            <a key="phone" className="fp-link-row" href={dialled(one.phone)}>
              Call {firstName(one.name)} on {one.phone}
            </a>
          ) : (
            `Ask ${firstName(one.name)} how to reach them.`
          ),
        ].filter((line) => line !== ''),
      }))}
    />
  )
}
