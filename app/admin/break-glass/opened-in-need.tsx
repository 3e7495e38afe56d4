import { OwnWords } from '@/app/_ui/own-words'
import { SummaryList } from '@/app/_ui/summary-list'
import { Verbatim } from '@/app/_ui/verbatim'
import type { OpenedInNeed } from '@/db/access-in-need/reads'
import { actInWords } from '@/lib/access/audit-words'
import { instantInWords, timeInWords } from '@/lib/day'

/** One opening: who, when, why in their words, and what was done in the record meanwhile. No name of a young person. */
export function OpenedInNeedFacts({ entry }: { entry: OpenedInNeed }) {
  return (
    <SummaryList
      rows={[
        { label: 'Opened by', value: entry.teams ? `${entry.who}, ${entry.teams}` : entry.who },
        { label: 'When', value: `${instantInWords(entry.from)} to ${timeInWords(entry.to)}` },
        { label: 'Record', value: <span className="fp-num">ending {entry.record}</span> },
        { label: 'Why', value: <OwnWords>{entry.reason}</OwnWords> },
        {
          label: 'What was done',
          value:
            entry.done.length === 0 ? (
              'Nothing was opened or written.'
            ) : (
              <ul className="nhsuk-list fp-tight">
                {entry.done.map(({ act, times }) => (
                  <li key={act}>
                    {actInWords(act)}: {times} {times === 1 ? 'time' : 'times'}
                  </li>
                ))}
              </ul>
            ),
        },
        ...(entry.review
          ? [
              {
                label: 'Looked at',
                value: (
                  <>
                    {instantInWords(entry.review.at)}, {entry.review.by}.{' '}
                    <Verbatim>{entry.review.words}</Verbatim>
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
