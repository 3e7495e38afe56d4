'use server'

import { formAction } from '@/app/_act/form-action'
import { writeMyCard as writeMyCardAct } from '@/db/organisations/write-my-card'

export const writeMyCard = formAction(writeMyCardAct, { to: () => '/account/reach' })
