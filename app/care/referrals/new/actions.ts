'use server'

import { formAction } from '@/app/_act/form-action'
import { lookUpPerson as lookUpPersonAct } from '@/db/referrals/look-up-person'
import { registerReferral as registerReferralAct } from '@/db/referrals/register-referral'

export const lookUpPerson = formAction(lookUpPersonAct, {
  to: ({ searchId }) => `/care/referrals/new/${searchId}`,
})
export const registerReferral = formAction(registerReferralAct, {
  to: ({ episodeId }) => `/care/referrals/${episodeId}`,
})
