import type { Ctx } from '@/db/door'
import type { Typed } from '@/lib/drafts/drafts'
import type { DraftForm } from '@/lib/drafts/forms'

export type Draft = {
  id: string
  fields: Typed
  basis: string
  version: number
  window: string
  savedAt: Date
}

/** The asker's own draft of a form, if there is one. */
export const draftOf = async (
  { client, actor }: Ctx,
  form: DraftForm,
  personId?: string,
  recordId?: string,
): Promise<Draft | undefined> => {
  const { rows } = await client.query<Draft>({
    name: 'draft-of',
    text: `select id, input as fields, basis, version, by_window as window, saved_at as "savedAt" from drafts
      where partnership_id = $1 and staff_id = $2 and form = $3
        and person_id is not distinct from $4 and record_id is not distinct from $5`,
    values: [actor.partnershipId, actor.staffId, form, personId ?? null, recordId ?? null],
  })
  return rows[0]
}
