import { allowFamily } from '@/db/family/allow-family'
import { endAllowance } from '@/db/family/end-allowance'
import { rateAsFamily } from '@/db/family/rate-as-family'
import { recordCapacity } from '@/db/family/record-capacity'
import { addHelpLine } from '@/db/help-lines/add-help-line'
import { changeHelpLine } from '@/db/help-lines/change-help-line'
import { removeHelpLine } from '@/db/help-lines/remove-help-line'
import { addMyGoal } from '@/db/me/add-my-goal'
import { addMyStep } from '@/db/me/add-my-step'
import { changeMyGoal } from '@/db/me/change-my-goal'
import { changeMyReminders } from '@/db/me/change-my-reminders'
import { endMyGoal } from '@/db/me/end-my-goal'
import { rateMyGoals } from '@/db/me/rate-my-goals'
import { shareMyLine } from '@/db/me/share-my-line'
import { starMyGoal } from '@/db/me/star-my-goal'
import { stopAllowing } from '@/db/me/stop-allowing'
import { stopSharingMyLine } from '@/db/me/stop-sharing-my-line'
import { tickMyStep } from '@/db/me/tick-my-step'
import { undoMyRatings } from '@/db/me/undo-my-ratings'
import { writeMyPlan } from '@/db/me/write-my-plan'
import { writeMyCard } from '@/db/organisations/write-my-card'
import { answerProposal } from '@/db/plans/answer-proposal'
import { dayOf } from '@/lib/day'
import { fieldOf } from '@/lib/goals/sheet'
import { allowed, planWith } from '@/tests/build/family'
import { lineShare, planProposal } from '@/tests/build/plans'
import { addRow } from '@/tests/build/record'
import { sql } from '@/tests/build/sql'
import { recordIn, type Scene, staged } from './scene'

const today = dayOf(new Date())
const said = 'Said today.'
const wellbeing = 'wellbeing' as const

const goalOf = async (s: Scene) => (await recordIn(s)).goal()

const planOf = async (s: Scene) => {
  const record = await recordIn(s)
  const [lineId] = await planWith(s.place.colleague, record.personId, 'keepsWell', ['A walk'])
  const [row] = await sql(
    "select max(number) as number from plan_versions where person_id = $1 and kind = 'wellbeing'",
    [record.personId],
  )
  return { record, lineId: lineId!, number: row!.number as number }
}

const parentOf = async (s: Scene) => {
  const record = await recordIn(s)
  return { personId: record.personId, relationshipId: await record.relationship() }
}

/** What names nobody is only ever one's own. */
const mine =
  <I>(input: (s: Scene) => Promise<I> | I) =>
  async (s: Scene) =>
    s.relation === 'own' ? input(s) : undefined

const line = {
  name: 'A line',
  hours: 'Any time',
  kind: 'phone' as const,
  contact: '01632 960123',
  position: 1,
  checkedOn: today,
}

const lineIn = ({ place }: Scene) =>
  addRow('help_lines', {
    partnership_id: place.p.id,
    name: 'A line',
    kind: 'phone',
    contact: '01632 960123',
    position: 1,
    checked_on: today,
    by_staff_id: place.colleague.id,
  })

/** Young people's own pages, those of parents and carers, and what the service tells on them. */
export const ownPagesStages = [
  staged(rateMyGoals, async (s) => ({ [fieldOf(await goalOf(s))]: '5' })),
  staged(
    addMyGoal,
    mine(() => ({ words: said })),
  ),
  staged(changeMyGoal, async (s) => ({ goalId: await goalOf(s), version: 1, words: 'Draw most days again' })),
  staged(endMyGoal, async (s) => ({ goalId: await goalOf(s), version: 1, because: 'stop-for-now' as const })),
  staged(undoMyRatings, async (s) => {
    const record = await recordIn(s)
    const by = s.relation === 'own' ? s.actor : s.place.colleague
    return { sheetId: (await record.rating(await record.goal(), by)).sheetId }
  }),
  staged(
    changeMyReminders,
    mine(() => ({ version: 0, reminders: 'no' as const })),
  ),
  staged(addMyStep, async (s) => ({ goalId: await goalOf(s), words: said })),
  staged(tickMyStep, async (s) => {
    const record = await recordIn(s)
    return { stepId: await record.step(await record.goal()), version: 1, done: 'yes' as const }
  }),
  staged(starMyGoal, async (s) => ({ goalId: await goalOf(s), starred: 'yes' as const })),
  staged(
    writeMyPlan,
    mine(async (s) => ({ kind: wellbeing, version: (await planOf(s)).number, goodDay: said })),
  ),
  staged(answerProposal, async (s) => {
    const { record, number } = await planOf(s)
    return {
      proposalId: await planProposal(record.episode, s.place.colleague, said, number),
      answer: 'yes' as const,
    }
  }),
  staged(
    shareMyLine,
    async (s) => {
      const { record, lineId } = await planOf(s)
      return { kind: wellbeing, lineId: [lineId], relationshipId: await record.relationship() }
    },
    { choice: 'lineId' },
  ),
  staged(stopSharingMyLine, async (s) => {
    const { record, lineId } = await planOf(s)
    return {
      shareId: await lineShare(record.episode, s.place.colleague, lineId, await record.relationship()),
    }
  }),
  staged(stopAllowing, async (s) => ({
    allowanceId: await allowed(s.place.colleague, await parentOf(s), 'goals'),
  })),
  staged(rateAsFamily, async (s) => ({ [fieldOf(await goalOf(s))]: '5' })),
  staged(recordCapacity, async (s) => {
    const about = await parentOf(s)
    await sql("update people set born = current_date - interval '15 years' where id = $1", [about.personId])
    return {
      ...about,
      question: 'goals' as const,
      words: said,
      able: 'yes' as const,
      understanding: said,
      maturity: said,
      voluntariness: said,
      assessedOn: today,
    }
  }),
  staged(allowFamily, async (s) => ({
    ...(await parentOf(s)),
    things: ['goals'],
    says: 'yes' as const,
    from: today,
  })),
  staged(endAllowance, async (s) => {
    const about = await parentOf(s)
    return {
      personId: about.personId,
      allowanceId: await allowed(s.place.colleague, about, 'goals'),
      because: said,
    }
  }),
  staged(
    addHelpLine,
    mine(() => line),
  ),
  staged(changeHelpLine, async (s) => ({ ...line, lineId: await lineIn(s), version: 1 })),
  staged(removeHelpLine, async (s) => ({ lineId: await lineIn(s) })),
  staged(
    writeMyCard,
    mine(() => ({ words: 'In on Tuesday.', version: 0 })),
  ),
]
