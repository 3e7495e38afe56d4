import { Verbatim } from '@/app/_ui/verbatim'
import { anchors } from '@/lib/goals/rating'
import { fieldOf } from '@/lib/goals/sheet'
import { RatingTiles } from './rating-tiles'

type Props = {
  goal: { id: string; words: string; language: string }
  /** The reasons for "not today", in words for whoever rates. */
  notToday: Record<string, string>
}

/** A goal on a rating page, in their words. */
export function GoalTiles({ goal, notToday }: Props) {
  return (
    <RatingTiles
      name={fieldOf(goal.id)}
      legend={<Verbatim lang={goal.language}>{goal.words}</Verbatim>}
      reasons={Object.entries(notToday).map(([value, label]) => ({ value, label }))}
      anchors={[anchors[0], anchors[5], anchors[10]]}
    />
  )
}
