'use server'

import { formAction } from '@/app/_act/form-action'
import { rateAsFamily as rateAsFamilyAct } from '@/db/family/rate-as-family'

export const rateAsFamily = formAction(rateAsFamilyAct, { to: () => '/family' })
