import { correctScore } from '@/db/measures/correct-score'
import { recordCurrentView } from '@/db/measures/record-current-view'
import { recordScores } from '@/db/measures/record-scores'
import { undoScores } from '@/db/measures/undo-scores'
import { withdrawCurrentView } from '@/db/measures/withdraw-current-view'
import { dayOf } from '@/lib/day'
import { newId } from '@/lib/id'
import { contexts, education, factors, problems } from '@/lib/measures/current-view'
import { addRow } from '@/tests/build/record'
import { recordIn, staged } from './scene'

const today = dayOf(new Date())

const filled = (part: string, labels: Record<string, string>, answer: string) =>
  Object.fromEntries(Object.keys(labels).map((key) => [`${part}-${key}`, answer]))

/** Acts on scores and on Current View. */
export const measureStages = [
  staged(recordScores, async (s) => ({
    personId: (await recordIn(s)).personId,
    measure: 'sdq-self',
    rater: 'young-person',
    scoredOn: today,
    'score-emotional': '5',
    'score-prosocial': '7',
  })),
  staged(correctScore, async (s) => {
    const record = await recordIn(s)
    return {
      personId: record.personId,
      scoreId: await record.score(),
      score: '35',
      because: 'Typed 40 for 35.',
    }
  }),
  // Whoever acts saved them, so that only the record can be out of reach.
  staged(undoScores, async (s) => {
    const record = await recordIn(s)
    const sittingId = newId()
    await addRow('measure_scores', {
      partnership_id: s.place.p.id,
      sitting_id: sittingId,
      episode_id: record.episodeId,
      person_id: record.personId,
      measure: 'gad-7',
      scale: 'score',
      rater: 'young-person',
      score: 9,
      scored_on: today,
      by_staff_id: s.relation === 'partnership' ? s.worker.id : s.actor.id,
    })
    return { personId: record.personId, sittingId }
  }),
  staged(recordCurrentView, async (s) => ({
    personId: (await recordIn(s)).personId,
    completedOn: today,
    reason: 'first-contact' as const,
    ...filled('problem', problems, '0'),
    ...filled('factor', factors, 'no'),
    ...filled('context', contexts, '1'),
    ...filled('education', education, 'not-known'),
  })),
  staged(withdrawCurrentView, async (s) => {
    const record = await recordIn(s)
    return { personId: record.personId, viewId: await record.currentView(), because: 'Another person’s.' }
  }),
]
