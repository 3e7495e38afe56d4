import { Card } from '@/app/_ui/card'
import { Link } from '@/app/_ui/link'
import type { ConcernToRead } from '@/db/concerns/to-read'
import { instantInWords } from '@/lib/day'

/** Concerns about safety stand above the day until they have been read. In words alone: none looks worse than another. */
export function ConcernsToRead({ of: concerns }: { of: readonly ConcernToRead[] }) {
  if (concerns.length === 0) return null
  return (
    <Card strong title="Concerns about safety to read" id="concerns">
      <ul className="fp-todo">
        {concerns.map((one) => (
          <li key={one.concernId}>
            <Link href={`/care/people/${one.personId}/concern/${one.concernId}`}>{one.name}</Link>
            <span className="fp-quiet">
              {' '}
              Written by {one.by}, {instantInWords(one.madeAt)}.
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
