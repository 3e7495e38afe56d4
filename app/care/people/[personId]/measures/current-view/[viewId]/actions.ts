'use server'

import { formAction } from '@/app/_act/form-action'
import { withdrawCurrentView as withdrawCurrentViewAct } from '@/db/measures/withdraw-current-view'

export const withdrawCurrentView = formAction(withdrawCurrentViewAct, {
  to: ({ personId }) => `/care/people/${personId}/measures`,
})
