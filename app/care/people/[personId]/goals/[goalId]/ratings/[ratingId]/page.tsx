import { notFound } from 'next/navigation'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { RatingTiles } from '@/app/_ui/fields/rating-tiles'
import { Notice } from '@/app/_ui/notice'
import { OwnWords } from '@/app/_ui/own-words'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { readGoal } from '@/db/goals/reads'
import { inWords } from '@/lib/day'
import { correctionInWords, mayReplace } from '@/lib/goals/correction'
import { anchors, notTodayReasons, ratingInWords } from '@/lib/goals/rating'
import { CorrectionForm } from '../../../../correction-form'
import { raterOptions } from '../../../../rating/raters'
import { correctRating } from './actions'

type Props = { params: Promise<{ personId: string; goalId: string; ratingId: string }> }

export const metadata = { title: 'Correct a rating' }

const reasons = Object.entries(notTodayReasons).map(([value, label]) => ({ value, label }))

export default async function CorrectRating({ params }: Props) {
  const { personId, goalId, ratingId } = await params
  const base = `/care/people/${personId}/goals/${goalId}`
  const { actor, identity, goal, parents } = await load(
    readGoal,
    { personId, goalId },
    `${base}/ratings/${ratingId}`,
  )
  const rating = goal.ratings.find((one) => one.id === ratingId)
  if (!rating) notFound()
  const replaceable = mayReplace({ rater: rating.rater, byStaffId: rating.byId }, actor.staffId)
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <BackLink href={base}>Back to the goal</BackLink>
      <PageHeading>Correct a rating</PageHeading>
      <OwnWords lang={goal.language} who={`${rating.name}, ${inWords(rating.on)}: ${ratingInWords(rating)}`}>
        {goal.words}
      </OwnWords>
      {rating.corrected ? (
        <Notice kind="warning">
          {correctionInWords(rating.corrected)} on {inWords(rating.corrected.on)} by {rating.corrected.by}. It
          does not count any more.
        </Notice>
      ) : (
        <CorrectionForm
          action={correctRating}
          hidden={{ personId, ratingId }}
          values={{
            rater:
              rating.rater === 'parent-or-carer' && rating.raterName
                ? `${rating.rater}=${rating.raterName}`
                : rating.rater,
            words: rating.words,
          }}
          takeOut={{
            label: 'Take it out: nobody gave this rating',
            hint: 'For a number that was meant for another goal or another young person.',
          }}
        >
          {replaceable ? (
            <>
              <RadioGroup
                name="rater"
                label="Who was rating?"
                options={withHeld(raterOptions(identity.knownAs, parents, actor), rating)}
              />
              <RatingTiles
                name="value"
                reasonName="notToday"
                wordsName="words"
                legend={`What was meant on ${inWords(rating.on)}?`}
                reasons={reasons}
                anchors={[anchors[0], anchors[5], anchors[10]]}
              />
            </>
          ) : (
            <p>
              {rating.name} rated for themselves, and what they meant is theirs to say. You can take the
              rating out.
            </p>
          )}
        </CorrectionForm>
      )}
    </RecordPage>
  )
}

type Held = { rater: string; raterName: string; name: string }

/** The rater as recorded stays a choice when they are no longer among the parents named in Details. */
const withHeld = (options: { value: string; label: string }[], { rater, raterName, name }: Held) => {
  const value = rater === 'parent-or-carer' && raterName ? `${rater}=${raterName}` : rater
  return options.some((option) => option.value === value) ? options : [...options, { value, label: name }]
}
