import type { ReactNode } from 'react'

type PersonBeside = { key: string; name: string; lines: readonly ReactNode[] }

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join('')

/** The people beside a young person, with initials instead of faces. */
export function PeopleList({ people }: { people: readonly PersonBeside[] }) {
  return (
    <ul className="fp-people">
      {people.map((person) => (
        <li className="fp-person" key={person.key}>
          <span className="fp-person__mark" aria-hidden="true">
            {initials(person.name)}
          </span>
          <div>
            <p className="fp-person__name">{person.name}</p>
            {person.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity and never move
              <p key={index}>{line}</p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
