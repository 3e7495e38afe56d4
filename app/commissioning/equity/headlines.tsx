import { Sentence } from '@/app/_ui/sentence'
import { type PublishedCell, shapeOf } from '@/lib/reporting/equity'
import { measureKeys } from '@/lib/reporting/measures'
import { compared } from '@/lib/reporting/words'
import { sureness } from './sureness'

/** One sentence for each measure, by the overall index. */
export function Headlines({ cells }: { cells: readonly PublishedCell[] }) {
  return (
    <ol className="fp-headlines">
      {measureKeys.map((measure) => {
        const { words, sure } = compared(cells, measure, 'imd', shapeOf(cells, measure, 'imd'))
        return (
          <li key={measure}>
            <Sentence certainty={sureness(sure)}>{words}</Sentence>
          </li>
        )
      })}
    </ol>
  )
}
