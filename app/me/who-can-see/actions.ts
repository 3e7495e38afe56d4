'use server'

import { formAction } from '@/app/_act/form-action'
import { stopAllowing as stopAllowingAct } from '@/db/me/stop-allowing'

export const stopAllowing = formAction(stopAllowingAct, { to: () => '/me/who-can-see' })
