'use server'

import { formAction } from '@/app/_act/form-action'
import { proposePlanChange as proposePlanChangeAct } from '@/db/plans/propose-plan-change'
import { shareLine as shareLineAct } from '@/db/plans/share-line'
import { stopSharingLine as stopSharingLineAct } from '@/db/plans/stop-sharing-line'
import { withdrawProposal as withdrawProposalAct } from '@/db/plans/withdraw-proposal'
import { writePlan as writePlanAct } from '@/db/plans/write-plan'
import { planAddress } from './address'

export const writePlan = formAction(writePlanAct, { to: planAddress })
export const proposePlanChange = formAction(proposePlanChangeAct, { to: planAddress })
export const withdrawProposal = formAction(withdrawProposalAct, { to: planAddress })
export const shareLine = formAction(shareLineAct, { to: (kept) => `${planAddress(kept)}/sharing` })
export const stopSharingLine = formAction(stopSharingLineAct, {
  to: (kept) => `${planAddress(kept)}/sharing`,
})
