import { Link } from '@/app/_ui/link'
import { SummaryList } from '@/app/_ui/summary-list'
import { Verbatim } from '@/app/_ui/verbatim'
import type { RecordedCapacity } from '@/db/family/capacity'
import { inWords } from '@/lib/day'
import { presumedAbleFrom, questions } from '@/lib/people/consent'

type Props = { recorded: readonly RecordedCapacity[]; knownAs: string; age: number; base: string }

/** What was recorded about being able to decide, decision by decision. There is no flag of being able in general. */
export function CapacityRecords({ recorded, knownAs, age, base }: Props) {
  if (age >= presumedAbleFrom && recorded.length === 0) return null
  return (
    <section className="fp-section" aria-labelledby="capacity">
      <div className="fp-block__head">
        <h2 id="capacity">Able to decide? One decision at a time</h2>
        {age < presumedAbleFrom && <Link href={`${base}/capacity`}>Record a decision</Link>}
      </div>
      <p>
        Each stands for its own decision, when it was made. It says nothing about another decision, nor about
        the same one months later.
      </p>
      {recorded.length === 0 && <p className="fp-quiet">Nothing is recorded.</p>}
      {recorded.map((one) => (
        <div className="fp-card" key={one.id}>
          <h3 className="fp-h3">
            {inWords(one.assessedOn)}: {one.able ? 'able' : 'not able yet'} to decide this
          </h3>
          <SummaryList
            rows={[
              {
                label: 'The decision',
                value: (
                  <>
                    {questions[one.question]}
                    {one.about && ` (${one.about})`}. <Verbatim>{one.words}</Verbatim>
                  </>
                ),
              },
              { label: 'Understood it', value: <Verbatim>{one.understanding}</Verbatim> },
              { label: 'Weighed it up', value: <Verbatim>{one.maturity}</Verbatim> },
              { label: 'Free to choose', value: <Verbatim>{one.voluntariness}</Verbatim> },
              { label: 'Who was there', value: one.othersPresent || `${knownAs} alone` },
              {
                label: 'Assessed by',
                value: one.assessor ? `${one.assessor}. Written down by ${one.by}.` : one.by,
              },
            ]}
          />
        </div>
      ))}
    </section>
  )
}
