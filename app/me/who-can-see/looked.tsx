import { Details } from '@/app/_ui/details'
import { instantInWords } from '@/lib/day'
import type { LookOfDay } from '@/lib/own-pages/looked'
import { listed } from '@/lib/own-pages/when'

const few = 5

/** Who has looked, and when. */
export function Looked({ looked }: { looked: readonly LookOfDay[] }) {
  return (
    <section className="fp-section" aria-labelledby="looked">
      <h2 className="fp-h2" id="looked">
        Who has looked
      </h2>
      {looked.length === 0 ? (
        <p>Nobody has looked yet.</p>
      ) : (
        <div className="fp-card">
          <Looks looks={looked.slice(0, few)} />
        </div>
      )}
      {looked.length > few && (
        <Details summary={`See ${looked.length - few} more`}>
          <Looks looks={looked.slice(few)} />
        </Details>
      )}
    </section>
  )
}

function Looks({ looks }: { looks: readonly LookOfDay[] }) {
  return (
    <ul className="fp-todo">
      {looks.map((one) => (
        <li key={one.key}>
          <p className="fp-tight">
            <b>{one.name}</b> looked at {listed(one.parts)}
          </p>
          <p className="fp-tight fp-quiet">
            {instantInWords(one.at)}.
            {one.inNeed && ' They opened it because they needed to know something at once. We checked it.'}
          </p>
        </li>
      ))}
    </ul>
  )
}
