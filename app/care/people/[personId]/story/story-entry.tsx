import type { ReactNode } from 'react'
import type { Entry } from '@/db/story/entries'
import { inWords } from '@/lib/day'
import { Said } from './said'

type Props = {
  entry: Entry
  knownAs: string
  personId: string
  /** What may be done with it: undo, correct. Nothing where the story is only looked at. */
  doing?: ReactNode
}

/** A save of ratings in which one was put right by somebody else is two entries: their first ratings tell them apart. */
export const entryKey = (entry: Entry): string =>
  `${entry.kind} ${entry.what} ${(entry.kind === 'rating' && entry.ratings[0]?.id) || entry.id}`

/** One entry of the story: the day and who wrote it, then what happened, people's words as they are. */
export function StoryEntry({ entry, knownAs, personId, doing }: Props) {
  const also = entry.kind === 'meeting' && entry.what === 'held' && entry.also
  return (
    <li>
      <p className="fp-quiet">
        {inWords(entry.on)}
        {entry.by && `, ${entry.by}`}
        {also && ` and ${also}`}
      </p>
      <Said entry={entry} knownAs={knownAs} personId={personId} />
      {doing}
    </li>
  )
}
