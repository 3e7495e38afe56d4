'use server'

import { fileAction } from '@/app/_act/file-action'
import { formAction } from '@/app/_act/form-action'
import { checkReferrals as checkReferralsAct } from '@/db/imports/check-referrals'
import { discardImport as discardImportAct } from '@/db/imports/discard-import'
import { importReferrals as importReferralsAct } from '@/db/imports/import-referrals'

const review = ({ importId }: { importId: string }) => `/care/imports/${importId}`

export const checkReferrals = fileAction(checkReferralsAct, { to: review })
export const importReferrals = formAction(importReferralsAct, { to: review })
export const discardImport = formAction(discardImportAct, { to: () => '/care/imports' })
