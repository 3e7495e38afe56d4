'use server'

import { formAction } from '@/app/_act/form-action'
import { recordCurrentView as recordCurrentViewAct } from '@/db/measures/record-current-view'

export const recordCurrentView = formAction(recordCurrentViewAct, {
  to: ({ personId }) => `/care/people/${personId}/measures`,
})
