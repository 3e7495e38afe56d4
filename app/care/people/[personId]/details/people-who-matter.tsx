import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { SummaryList } from '@/app/_ui/summary-list'
import { Verbatim } from '@/app/_ui/verbatim'
import type { Known } from '@/db/people/reads'
import { inWords } from '@/lib/day'
import { askedAnswers, relationships } from '@/lib/people/relationships'

type Props = { known: readonly Known[]; base: string; knownAs: string }

export function PeopleWhoMatter({ known, base, knownAs }: Props) {
  return (
    <section className="fp-section" aria-labelledby="matter">
      <div className="fp-block__head">
        <h2 id="matter">People who matter</h2>
        <Link href={`${base}/people/new`}>Add someone</Link>
      </div>
      {known.length === 0 ? (
        <Empty>Nobody yet. Ask {knownAs} who matters to them, and add them here.</Empty>
      ) : (
        <ul className="fp-cards">
          {known.map((one) => (
            <li className="fp-card" key={one.id}>
              <div className="fp-block__head">
                <h3 className="fp-h3">
                  {one.name}, {(relationships[one.relation] ?? one.relation).toLowerCase()}
                </h3>
                <Link href={`${base}/people/${one.id}`}>
                  Change<span className="nhsuk-u-visually-hidden"> {one.name}</span>
                </Link>
              </div>
              {one.endedOn && <p className="fp-quiet">No longer, since {inWords(one.endedOn)}.</p>}
              <SummaryList
                rows={[
                  { label: 'Parental responsibility', value: askedAnswers[one.parentalResponsibility] },
                  { label: `Lives with ${knownAs}`, value: askedAnswers[one.livesWith] },
                  { label: 'Phone', value: one.phone || 'Not recorded' },
                  {
                    label: 'How to reach them',
                    value: one.contact ? <Verbatim>{one.contact}</Verbatim> : 'Not recorded',
                  },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
      <p className="fp-after">
        <Link href={`${base}/family`}>What parents and carers see</Link>
      </p>
    </section>
  )
}
