import { Link } from '@/app/_ui/link'
import { SummaryList } from '@/app/_ui/summary-list'
import { Verbatim } from '@/app/_ui/verbatim'
import type { StandingFact } from '@/db/people/reads'
import { dayOf, inWords } from '@/lib/day'
import { factKeys, factOf, factValueInWords } from '@/lib/people/facts'

type Props = { facts: Partial<Record<string, StandingFact>>; base: string }

export function EqualityFacts({ facts, base }: Props) {
  return (
    <section className="fp-section" aria-labelledby="equality">
      <div className="fp-block__head">
        <h2 id="equality">Equality and circumstances</h2>
        <Link href={`${base}/equality`}>Ask or change</Link>
      </div>
      <SummaryList
        rows={factKeys.map((key) => {
          const told = facts[key]
          return {
            label: factOf(key).label,
            value: (
              <>
                {factValueInWords(key, told?.value)}
                {told?.words && (
                  <>
                    . “<Verbatim>{told.words}</Verbatim>”
                  </>
                )}
                {told && (
                  <span className="fp-quiet">
                    {' '}
                    ({inWords(dayOf(told.on))}, {told.by})
                  </span>
                )}
              </>
            ),
          }
        })}
      />
    </section>
  )
}
