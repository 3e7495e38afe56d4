import type { ReactNode } from 'react'
import { OwnWords } from '@/app/_ui/own-words'
import { SummaryList } from '@/app/_ui/summary-list'
import type { DecisionShown } from '@/db/grouping/reads'
import { inWords } from '@/lib/day'
import { tookPartInWords } from '@/lib/grouping/decision-form'
import { viewMissingReasons } from '@/lib/grouping/grouping'

type Props = { decision: DecisionShown; knownAs: string }

const lines = (text: string) => <span className="fp-verbatim">{text}</span>

/** How a decision was reached: everything that was said, by whom, and what was not said. */
export function DecisionFacts({ decision, knownAs }: Props) {
  const rows: ({ label: string; value: ReactNode } | false)[] = [
    { label: 'Decided on', value: `${inWords(decision.decidedOn)}, written down by ${decision.by}` },
    { label: 'Who took part', value: tookPartInWords(decision.tookPart, knownAs) },
    {
      label: `${knownAs}’s view`,
      value: decision.youngPersonsView ? (
        <OwnWords>{decision.youngPersonsView}</OwnWords>
      ) : decision.viewMissingBecause ? (
        `Missing: ${viewMissingReasons[decision.viewMissingBecause]}`
      ) : (
        'Not recorded'
      ),
    },
    decision.familyView !== '' && {
      label: 'Family’s view',
      value: <OwnWords>{decision.familyView}</OwnWords>,
    },
    decision.disagreement !== '' && { label: 'Seen differently', value: lines(decision.disagreement) },
    { label: 'What was talked about', value: lines(decision.considered.join('\n')) },
    decision.goodOutcome !== '' && { label: 'A good outcome', value: lines(decision.goodOutcome) },
    decision.outcomeBy !== null && { label: 'By when', value: inWords(decision.outcomeBy) },
    decision.ifNotReached !== '' && { label: 'If not reached', value: lines(decision.ifNotReached) },
    decision.leadAgency !== '' && { label: 'Who leads', value: lines(decision.leadAgency) },
    { label: 'Look again on', value: inWords(decision.reviewOn) },
  ]
  return <SummaryList rows={rows.filter((row) => row !== false)} />
}
