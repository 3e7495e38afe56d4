import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { NumberField } from '@/app/_ui/fields/number-field'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { readScore } from '@/db/measures/reads'
import { inWords } from '@/lib/day'
import { mayReplace } from '@/lib/goals/correction'
import { measureOf, scaleOf } from '@/lib/measures/facts'
import { CorrectionForm } from '../../../correction-form'
import { correctScore } from './actions'

type Props = { params: Promise<{ personId: string; scoreId: string }> }

export const metadata = { title: 'Correct a score' }

export default async function CorrectScore({ params }: Props) {
  const { personId, scoreId } = await params
  const base = `/care/people/${personId}/measures`
  const { actor, identity, score } = await load(readScore, { personId, scoreId }, `${base}/scores/${scoreId}`)
  const scale = scaleOf(score.measure, score.scale)
  const theirs = mayReplace({ rater: score.rater, byStaffId: score.byId }, actor.staffId)
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <BackLink href={base}>Back to {identity.knownAs}’s measures</BackLink>
      <PageHeading
        lede={`${measureOf(score.measure)?.name}, ${scale?.name}: ${score.score} by ${score.name}, ${inWords(score.on)}. Saved by ${score.by}.`}
      >
        Correct a score
      </PageHeading>
      {score.correction ? (
        <Notice kind="warning">This score was put right already. Both values stay in the record.</Notice>
      ) : (
        <CorrectionForm
          action={correctScore}
          hidden={{ personId, scoreId }}
          takeOut={{ label: 'Nobody gave this score: take it out' }}
        >
          {theirs ? (
            scale && (
              <NumberField
                name="score"
                label="What it was meant to be"
                hint={`${scale.min} to ${scale.max}`}
                decimals={scale.decimals > 0}
              />
            )
          ) : (
            <p>A clinician’s own score is theirs to correct. You can take it out, with a reason.</p>
          )}
        </CorrectionForm>
      )}
    </RecordPage>
  )
}
