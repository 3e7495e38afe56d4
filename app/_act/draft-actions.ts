'use server'

import { deleteDraft as deleteDraftAct } from '@/db/drafts/delete-draft'
import { pageOf } from '@/lib/drafts/forms'
import { plainAction } from './plain-action'

/** Back to the page the draft was on, without it. */
export const deleteDraft = plainAction(deleteDraftAct, {
  to: ({ form, personId, recordId }) => pageOf(form, personId ?? '', recordId ?? null),
  otherwise: () => '/',
})
