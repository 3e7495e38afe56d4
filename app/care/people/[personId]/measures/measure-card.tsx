import { Card } from '@/app/_ui/card'
import { ScoreChart } from '@/app/_ui/charts/score-chart'
import { Details } from '@/app/_ui/details'
import { Link } from '@/app/_ui/link'
import { Table } from '@/app/_ui/table'
import { type Day, inWords } from '@/lib/day'
import {
  type MeasureLines,
  type ScoreLine,
  scoreInWords,
  thresholdsInWords,
  tInWords,
} from '@/lib/measures/change'

type Props = MeasureLines & { personId: string; today: Day }

/** One measure by one person: a sentence and a picture for each scale, then every score as a table. */
export function MeasureCard({ personId, today, measure, rater, raterKey, name, lines }: Props) {
  const alone = measure.scales.length === 1
  const id = `${measure.key}-${rater}-${raterKey.replace(/[^\w-]/g, '')}`
  const pictures = lines.some(({ points }) => points.length > 1) && !measure.experience && (
    <ul className={alone ? 'fp-plain' : 'fp-multiples'}>
      {lines.map((line) =>
        line.points.length > 1 ? <Picture key={line.scale.key} id={id} line={line} alone={alone} /> : null,
      )}
    </ul>
  )
  return (
    <Card title={measure.name} id={id}>
      <p className="fp-quiet">
        {measure.fullName}. Filled in by {name}.{' '}
        {measure.experience && 'It asks how the help was, so it is not compared over time.'}
      </p>
      {lines.map((line) => (
        <p key={line.scale.key} id={sentenceOf(id, line)}>
          {!alone && <strong>{line.scale.name}. </strong>}
          {line.words}
        </p>
      ))}
      {pictures && (alone ? pictures : <Details summary="A picture of each scale">{pictures}</Details>)}
      <Scores personId={personId} measure={measure} lines={lines} name={name} />
      <p className="fp-quiet fp-small">
        {thresholdsInWords(measure, today)} {measure.licence}
      </p>
    </Card>
  )
}

const sentenceOf = (id: string, line: ScoreLine) => `${id}-${line.scale.key}`

function Picture({ id, line, alone }: { id: string; line: ScoreLine; alone: boolean }) {
  const { scale, points } = line
  return (
    <li>
      {!alone && <p aria-hidden="true">{scale.name}</p>}
      <ScoreChart
        sentenceId={sentenceOf(id, line)}
        rater={points[0]!.rater}
        points={points.map(({ on, score }) => ({ day: on, value: score, label: scoreInWords(score, scale) }))}
        min={scale.min}
        max={scale.max}
      />
    </li>
  )
}

function Scores({ personId, measure, lines, name }: Pick<Props, 'personId' | 'measure' | 'lines' | 'name'>) {
  const sittings = new Map<string, { on: string; cells: Map<string, ScoreLine['points'][number]> }>()
  for (const { scale, points } of lines)
    for (const point of points) {
      const sitting = sittings.get(point.sittingId) ?? { on: point.on, cells: new Map() }
      sitting.cells.set(scale.key, point)
      sittings.set(point.sittingId, sitting)
    }
  const newest = [...sittings].sort(([, a], [, b]) => (a.on < b.on ? 1 : -1))
  return (
    <Table
      caption={`${measure.name}, every score by ${name}. Open a score to put it right.`}
      columns={[{ header: 'Date' }, ...lines.map(({ scale }) => ({ header: scale.name, number: true }))]}
      rows={newest.map(([sittingId, { on, cells }]) => ({
        key: sittingId,
        cells: [
          inWords(on),
          ...lines.map(({ scale }) => {
            const point = cells.get(scale.key)
            return point ? (
              <Link key={scale.key} href={`/care/people/${personId}/measures/scores/${point.id}`}>
                {scoreInWords(point.score, scale)}
                {point.t !== undefined && ` (T ${tInWords(point.t)})`}
              </Link>
            ) : (
              <span key={scale.key} className="fp-quiet">
                none
              </span>
            )
          }),
        ],
      }))}
    />
  )
}
