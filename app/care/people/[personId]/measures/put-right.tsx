import { Details } from '@/app/_ui/details'
import { Verbatim } from '@/app/_ui/verbatim'
import type { ViewRow } from '@/db/measures/reads'
import { type Day, inWords } from '@/lib/day'
import { correctionInWords } from '@/lib/goals/correction'
import { measureOf, scaleOf } from '@/lib/measures/facts'

type Corrected = {
  id: string
  measure: string
  scale: string
  name: string
  on: Day
  score: number
  correction: { because: string; undo: boolean; replacedBy: string | null; by: string } | null
}

type Props = { corrected: readonly Corrected[]; views: readonly ViewRow[] }

/** What no longer counts, struck through with its reason. Nothing of a record vanishes. */
export function PutRight({ corrected, views }: Props) {
  const out = views.filter(({ withdrawn }) => withdrawn)
  if (corrected.length + out.length === 0) return null
  return (
    <Details summary={`What was put right (${corrected.length + out.length})`}>
      <ul>
        {corrected.map(({ id, measure, scale, name, on, score, correction }) => (
          <li key={id}>
            <s>
              {measureOf(measure)?.name ?? measure}, {scaleOf(measure, scale)?.name ?? scale}: {score} by{' '}
              {name}, {inWords(on)}
            </s>{' '}
            {correction && <Why correction={correction} />}
          </li>
        ))}
        {out.map(({ id, on, withdrawn }) => (
          <li key={id}>
            <s>Current View of {inWords(on)}</s>{' '}
            {withdrawn && <Why correction={{ ...withdrawn, undo: false, replacedBy: null }} />}
          </li>
        ))}
      </ul>
    </Details>
  )
}

function Why({ correction }: { correction: NonNullable<Corrected['correction']> }) {
  return (
    <>
      {correctionInWords(correction)} by {correction.by}.{' '}
      {correction.because && <Verbatim>{correction.because}</Verbatim>}
    </>
  )
}
