import { Link } from '@/app/_ui/link'
import { Table } from '@/app/_ui/table'
import type { ViewRow } from '@/db/measures/reads'
import { inWords } from '@/lib/day'
import {
  contexts,
  education,
  factors,
  inAnswerWords,
  problems,
  reasons,
  yesNo,
} from '@/lib/measures/current-view'

type Props = { personId: string; views: readonly ViewRow[] }

/** Entries side by side as words. Current View was never tested for showing change, so nothing compares them. */
export function CurrentViews({ personId, views }: Props) {
  const standing = views.filter(({ withdrawn }) => !withdrawn)
  const rated = (part: 'problems' | 'contexts' | 'education') => (view: ViewRow, key: string) =>
    inAnswerWords(view[part][key] ?? null)
  const told = (view: ViewRow, key: string) =>
    yesNo[view.factors[key] as keyof typeof yesNo] ?? yesNo['not-known']
  const lines = [
    ...linesOf(standing, problems, rated('problems'), 'None'),
    ...linesOf(standing, factors, told, 'No'),
    ...linesOf(standing, contexts, rated('contexts'), 'None'),
    ...linesOf(standing, education, rated('education'), 'None'),
  ]
  return (
    <section className="fp-section" aria-labelledby="current-view">
      <h2 id="current-view">Current View</h2>
      <p>
        How things looked to a practitioner on that day. It is no measure of outcome: entries stand side by
        side and are not compared.
      </p>
      {standing.length === 0 ? (
        <p className="fp-quiet">No Current View has been recorded.</p>
      ) : (
        <Table
          caption="Current View, the newest first. Lines that are “None” or “No” in every entry are left out."
          columns={[
            { header: 'About' },
            ...standing.map((view, at) => ({ header: headingOf(standing, view, at) })),
          ]}
          rows={[
            {
              key: 'why',
              cells: ['Why it was completed', ...standing.map(({ reason }) => reasons[reason])],
            },
            { key: 'by', cells: ['Completed by', ...standing.map(({ by }) => by)] },
            ...lines,
            {
              key: 'out',
              cells: [
                'Entered wrongly?',
                ...standing.map(({ id, on }) => (
                  <Link key={id} href={`/care/people/${personId}/measures/current-view/${id}`}>
                    Take out<span className="nhsuk-u-visually-hidden"> the entry of {inWords(on)}</span>
                  </Link>
                )),
              ],
            },
          ]}
        />
      )}
    </section>
  )
}

/** Two entries of one day are told apart by a number. */
const headingOf = (views: readonly ViewRow[], view: ViewRow, at: number): string => {
  const sameDay = views.filter(({ on }) => on === view.on)
  const place = views.slice(at).filter(({ on }) => on === view.on).length
  return sameDay.length > 1 ? `${inWords(view.on)}, entry ${place}` : inWords(view.on)
}

const linesOf = (
  views: readonly ViewRow[],
  labels: Record<string, string>,
  inAnswer: (view: ViewRow, key: string) => string,
  none: string,
) =>
  Object.entries(labels).flatMap(([key, label]) => {
    const cells = views.map((view) => inAnswer(view, key))
    return cells.every((cell) => cell === none) ? [] : [{ key: label, cells: [label, ...cells] }]
  })
