import { Marker, NotToday } from './marker'
import { type Mark, rated, type Series } from './movement-series'

type Props = { series: readonly Series[]; marks?: readonly Mark[] }

const who = { 'young-person': '', 'parent-or-carer': ', parent or carer', clinician: ', clinician' }

/** The shapes in words. Says only what the pictures hold. */
export function MovementKey({ series, marks = [] }: Props) {
  const lead = series[0]
  const movedOn = series.some((one) => rated(one.points).length > 1)
  const notToday = series.some((one) => one.points.some((point) => point.value === null))
  const people = [...new Map(series.map((one) => [one.rater + one.name, one])).values()]
  return (
    <ul className="fp-key" aria-label="Key to the picture">
      {people.map((one) => (
        <li key={one.rater + one.name}>
          <svg width="18" height="18" aria-hidden="true">
            <Marker rater={one.rater} x={50} y={9} radius={6} />
          </svg>
          {one.name}
          {who[one.rater]}
        </li>
      ))}
      {lead && movedOn && (
        <li>
          <svg width="18" height="18" aria-hidden="true">
            <Marker rater={lead.rater} x={50} y={9} radius={6} hollow />
          </svg>
          first rating
        </li>
      )}
      {notToday && (
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <NotToday x={50} y={7} />
          </svg>
          not today
        </li>
      )}
      {marks.map((mark) => (
        <li key={mark.day + mark.label}>
          <svg className="fp-mark-5" width="10" height="18" aria-hidden="true">
            <path d="M5 0V18" stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 3" />
          </svg>
          {mark.label}
        </li>
      ))}
    </ul>
  )
}
