import { z } from 'zod'
import type { Day } from '@/lib/day'
import { id } from '@/lib/id'
import { requiredText, ticked } from '@/lib/parse'

/** For how long whoever saved ratings may take the whole save back. After that a rating is corrected, with a reason. */
export const undoMinutes = 10

/** How one rating was put right. Both values stay in the record. */
export type Correction = {
  /** Empty for an undo. */
  because: string
  by: string
  on: Day
  undo: boolean
  /** The rating that stands instead; null where it was taken out. */
  replacedBy: string | null
}

/** @param now the moment of asking; a save ten minutes old to the second may still be undone */
export const mayUndo = (save: { byStaffId: string; at: Date }, who: string, now: Date): boolean =>
  save.byStaffId === who && now.getTime() - save.at.getTime() <= undoMinutes * 60_000

/** A clinician's own rating is theirs to correct: another's number would be another's rating. Anybody may take it out. */
export const mayReplace = (rating: { rater: string; byStaffId: string }, who: string): boolean =>
  rating.rater !== 'clinician' || rating.byStaffId === who

/** The ratings that stand: those nobody put right or took back. All that is said of movement is said of these. */
export const standing = <T extends { corrected?: Correction | null }>(ratings: readonly T[]): T[] =>
  ratings.filter((rating) => !rating.corrected)

/** What a struck-through rating says beside it. */
export const correctionInWords = ({ undo, replacedBy }: Pick<Correction, 'undo' | 'replacedBy'>): string =>
  undo ? 'Taken back at once' : replacedBy ? 'Corrected' : 'Taken out'

/** Names of the fields of the correction page: the tiles of the rating page, one goal at a time. */
export const newCorrection = z.strictObject({
  personId: id,
  ratingId: id,
  /** As on the rating page: 'parent-or-carer=Kerry' says which one. */
  rater: z.string().max(300, 'Use 300 letters or fewer.').default(''),
  value: z.string().default(''),
  notToday: z.string().default(''),
  words: z.string().max(2000, 'Use 2,000 letters or fewer.').default(''),
  /** Nobody gave this rating: nothing stands in its place. */
  takeOut: ticked,
  because: requiredText('Say why it is put right.'),
})
