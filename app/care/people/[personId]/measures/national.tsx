import { Details } from '@/app/_ui/details'
import { Table } from '@/app/_ui/table'
import type { ReferralResult } from '@/lib/measures/referral-result'

/** What NHS England's rule makes of this referral so far, in its own words and under its own name. */
export function National({ knownAs, result }: { knownAs: string; result: ReferralResult }) {
  return (
    <section className="fp-section" aria-labelledby="national">
      <h2 id="national">National rule for this referral</h2>
      <p>
        NHS England counts outcomes by a rule of its own: the first score from the first meeting on, against
        the latest from the second on. {knownAs}’s page does not use its words elsewhere.
      </p>
      <p>{result.base}</p>
      {result.results.length === 0 ? (
        <p className="fp-quiet">There is no rated goal and no score from the first meeting on.</p>
      ) : (
        <ul>
          {result.results.map(({ who, words }) => (
            <li key={who}>
              {who}: {words}
            </li>
          ))}
        </ul>
      )}
      {result.lines.length > 0 && (
        <Details summary="How it was worked out">
          {result.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <Table
            stack
            caption="Each goal and scale as the rule looks at it"
            columns={[
              { header: 'Measure' },
              { header: 'Who' },
              { header: 'First' },
              { header: 'Last' },
              { header: 'National result' },
            ]}
            rows={result.lines.map(({ what, who, first, last, outcome }, index) => ({
              // Two goals may have the same words.
              key: String(index),
              cells: [what, who, first, last, outcome],
            }))}
          />
        </Details>
      )}
    </section>
  )
}
