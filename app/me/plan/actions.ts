'use server'

import { formAction } from '@/app/_act/form-action'
import { shareMyLine as shareMyLineAct } from '@/db/me/share-my-line'
import { stopSharingMyLine as stopSharingMyLineAct } from '@/db/me/stop-sharing-my-line'
import { writeMyPlan as writeMyPlanAct } from '@/db/me/write-my-plan'
import { answerProposal as answerProposalAct } from '@/db/plans/answer-proposal'
import { myPlanAddress } from './address'

export const writeMyPlan = formAction(writeMyPlanAct, { to: myPlanAddress })
export const answerProposal = formAction(answerProposalAct, { to: myPlanAddress })
export const shareMyLine = formAction(shareMyLineAct, { to: (kept) => `${myPlanAddress(kept)}/sharing` })
export const stopSharingMyLine = formAction(stopSharingMyLineAct, {
  to: (kept) => `${myPlanAddress(kept)}/sharing`,
})
