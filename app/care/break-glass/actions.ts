'use server'

import { formAction } from '@/app/_act/form-action'
import { breakGlass as breakGlassAct } from '@/db/access-in-need/break-glass'

export const breakGlass = formAction(breakGlassAct, { to: ({ personId }) => `/care/people/${personId}` })
