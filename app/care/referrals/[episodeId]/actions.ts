'use server'

import { formAction } from '@/app/_act/form-action'
import { acceptReferral as acceptReferralAct } from '@/db/referrals/accept-referral'
import { allocateWorker as allocateWorkerAct } from '@/db/referrals/allocate-worker'
import { declineReferral as declineReferralAct } from '@/db/referrals/decline-referral'

const to = ({ episodeId }: { episodeId: string }) => `/care/referrals/${episodeId}`

export const acceptReferral = formAction(acceptReferralAct, { to })
export const declineReferral = formAction(declineReferralAct, { to })
export const allocateWorker = formAction(allocateWorkerAct, { to })
