import { acceptHandover } from '@/db/handover/accept-handover'
import { comeBack } from '@/db/handover/come-back'
import { declineHandover } from '@/db/handover/decline-handover'
import { inviteFacilitator } from '@/db/handover/invite-facilitator'
import { moveHandover } from '@/db/handover/move-handover'
import { prepareHandover } from '@/db/handover/prepare-handover'
import { startHandover } from '@/db/handover/start-handover'
import { stopHandover } from '@/db/handover/stop-handover'
import { checkReferrals } from '@/db/imports/check-referrals'
import { discardImport } from '@/db/imports/discard-import'
import { importReferrals } from '@/db/imports/import-referrals'
import { StagedRecord } from '@/tests/build/record'
import { sql } from '@/tests/build/sql'
import { recordIn, type Scene, staged } from './scene'

const said = 'Said today.'

/** A hand-over from the scene's team to the one beside it; who acts is the sending worker where it is their own. */
const sending = async (s: Scene, step: string) => ({
  handoverId: await (await recordIn(s)).handover(s.next.team, { step, receiving: s.next.colleague }),
  version: 1,
})

/** The other way round: an invitation to the scene's worker from the team beside theirs. */
export const invitation = async (s: Scene) => {
  const record = await StagedRecord.make(s.place.p, s.next.team, s.next.colleague, { word: s.word })
  const stand = { step: 'getting-ready', receiving: s.worker, invited: true }
  return { handoverId: await record.handover(s.place.team, stand), version: 1 }
}

const headings = 'referral_id,person_id,given_name,family_name,date_of_birth,referral_date,accepted\n'
const file = (word: string) =>
  `${headings}R${word},P${word},Ada,${word},2010-01-02,2026-03-02,1\nR${word}x,,Ada,${word},,2026-03-02,\n`

/** A file that was checked by whoever holds the desk of the scene's team. */
export const checkedImport = async (s: Scene): Promise<string> => {
  const desk = await s.place.p.worker('clinician', s.place.team, { referralsDesk: true })
  const answer = await checkReferrals(
    desk.token,
    { teamId: s.place.team.id, fileName: `${s.word}.csv`, file: file(s.word) },
    crypto.randomUUID(),
  )
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  if (s.relation === 'own')
    await sql('update referral_imports set by_staff_id = $2 where id = $1', [
      answer.value.importId,
      s.actor.id,
    ])
  return answer.value.importId
}

const fileForm = ({ teamId, file }: { teamId: string; file: string }) => {
  const form = new FormData()
  form.set('teamId', teamId)
  form.set('file', new File([file], 'march.csv', { type: 'text/csv' }))
  return form
}

/** Acts of a hand-over and its way back, and referrals from a file. */
export const handoverStages = [
  staged(startHandover, async (s) => ({
    personId: (await recordIn(s)).personId,
    toTeamId: s.next.team.id,
    returnContactId: s.worker.id,
  })),
  staged(prepareHandover, async (s) => ({ ...(await sending(s, 'getting-ready')), keepDoing: said })),
  staged(inviteFacilitator, async (s) => ({
    ...(await sending(s, 'getting-ready')),
    workerId: s.next.colleague.id,
  })),
  staged(acceptHandover, invitation),
  staged(declineHandover, async (s) => ({ ...(await invitation(s)), words: said })),
  staged(moveHandover, async (s) => ({ ...(await sending(s, 'thinking')), way: 'next' as const })),
  staged(stopHandover, async (s) => ({ ...(await sending(s, 'thinking')), words: said })),
  staged(comeBack, async (s) => ({
    personId: (await recordIn(s, { status: 'ended' })).personId,
    words: said,
  })),
  staged(checkReferrals, async (s) => ({ teamId: s.place.team.id, file: file(s.word) }), { form: fileForm }),
  staged(importReferrals, async (s) => ({ importId: await checkedImport(s) })),
  staged(discardImport, async (s) => ({ importId: await checkedImport(s) })),
]
