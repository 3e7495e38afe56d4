'use server'

import { formAction } from '@/app/_act/form-action'
import { reviewBreakGlass as reviewBreakGlassAct } from '@/db/access-in-need/review-break-glass'

export const reviewBreakGlass = formAction(reviewBreakGlassAct, { to: () => '/admin/break-glass' })
