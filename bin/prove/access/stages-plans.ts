import { addToConcern } from '@/db/concerns/add-to-concern'
import { noteConcern } from '@/db/concerns/note-concern'
import { readConcern } from '@/db/concerns/read-concern'
import { proposePlanChange } from '@/db/plans/propose-plan-change'
import { shareLine } from '@/db/plans/share-line'
import { stopSharingLine } from '@/db/plans/stop-sharing-line'
import { withdrawProposal } from '@/db/plans/withdraw-proposal'
import { writePlan } from '@/db/plans/write-plan'
import { dayOf } from '@/lib/day'
import { recipientKey } from '@/lib/plans/sharing'
import { concern, lineShare, planProposal, planVersion } from '@/tests/build/plans'
import { recordIn, type Scene, staged } from './scene'

const today = dayOf(new Date())
const said = 'Said today.'
const wellbeing = 'wellbeing' as const

const withPlan = async (s: Scene) => {
  const record = await recordIn(s)
  const lineId = await planVersion(record.episode, s.worker)
  return { record, lineId, personId: record.personId }
}

/** Plans, and concerns about safety. */
export const planStages = [
  staged(writePlan, async (s) => ({
    personId: (await withPlan(s)).personId,
    kind: wellbeing,
    version: 1,
    goodDay: said,
    wasThere: 'yes' as const,
  })),
  staged(proposePlanChange, async (s) => ({
    personId: (await withPlan(s)).personId,
    kind: wellbeing,
    version: 1,
    goodDay: said,
    why: said,
  })),
  staged(withdrawProposal, async (s) => {
    const { record, personId } = await withPlan(s)
    return { personId, proposalId: await planProposal(record.episode, s.worker) }
  }),
  staged(shareLine, async (s) => {
    const { record, personId, lineId } = await withPlan(s)
    return {
      personId,
      kind: wellbeing,
      lineId: [lineId],
      with: recipientKey({ kind: 'relationship', id: await record.relationship() }),
      theyAskedFor: 'yes' as const,
    }
  }),
  staged(stopSharingLine, async (s) => {
    const { record, personId, lineId } = await withPlan(s)
    return {
      personId,
      shareId: await lineShare(record.episode, s.worker, lineId, await record.relationship()),
    }
  }),
  staged(noteConcern, async (s) => ({
    personId: (await recordIn(s)).personId,
    noticedOn: today,
    words: said,
    seenOrHeard: said,
    doneNow: said,
    told: 'not-yet' as const,
    youngPersonKnows: 'yes' as const,
  })),
  staged(addToConcern, async (s) => {
    const record = await recordIn(s)
    return {
      personId: record.personId,
      concernId: await concern(record.episode, s.place.colleague),
      words: said,
    }
  }),
  // Whose part it is to read it: the named worker, and the lead of the team.
  staged(readConcern, async (s) => {
    const record = await recordIn(s)
    const { p, team, colleague } = s.place
    const by = s.worker.id === colleague.id ? await p.worker('clinician', team) : colleague
    return { personId: record.personId, concernId: await concern(record.episode, by), upTo: 0 }
  }),
]
