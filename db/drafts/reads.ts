import type { Ctx } from '@/db/door'
import { read } from '@/db/read'
import { type DraftForm, pageOf } from '@/lib/drafts/forms'
import { standingOf } from '@/lib/drafts/keeping'
import { notFound } from '@/lib/errors'
import { isId } from '@/lib/id'
import { fullName } from '@/lib/people/names'
import { draftOf } from './draft-of'

/**
 * The asker's own draft of the form on a page. A read of its own beside the page's: a draft is no part of the record, and a
 * form that gains one changes nothing in the read of its page.
 */
export const draft = read(
  'draft',
  async (ctx, { form, personId, recordId }: { form: DraftForm; personId?: string; recordId?: string }) => {
    for (const one of [personId, recordId]) if (one !== undefined && !isId(one)) throw notFound()
    return { actor: ctx.actor, draft: await draftOf(ctx, form, personId, recordId) }
  },
)

export type DraftToFinish = {
  form: DraftForm
  personId: string | null
  name: string | null
  page: string | null
  begun: Date
  savedAt: Date
  standing: 'waits' | 'remind' | 'tell-lead' | 'forget'
}

type Row = {
  form: DraftForm
  person_id: string | null
  record_id: string | null
  begun: Date
  saved_at: Date
  held: boolean
  given_name: string | null
  family_name: string
  known_as: string
}

/** For Today: one's own drafts, the oldest first. */
export const draftsToFinish = async ({ client, actor, today }: Ctx): Promise<DraftToFinish[]> => {
  const { rows } = await client.query<Row>({
    name: 'today drafts',
    text: `select d.form, d.person_id, d.record_id, d.made_at as begun, d.saved_at, p.given_name, p.family_name, p.known_as,
        app.of_a_meeting_held(d.partnership_id, d.record_id) as held
      from drafts d left join people p on p.partnership_id = d.partnership_id and p.id = d.person_id
      where d.partnership_id = $1 and d.staff_id = $2 order by d.made_at limit 20`,
    values: [actor.partnershipId, actor.staffId],
  })
  return rows.map((row) => ({
    form: row.form,
    personId: row.person_id,
    name: row.given_name === null ? null : nameOf(row),
    page: row.person_id && pageOf(row.form, row.person_id, row.record_id),
    begun: row.begun,
    savedAt: row.saved_at,
    standing: standingOf({ begun: row.begun, saved: row.saved_at, ofMeetingHeld: row.held }, today),
  }))
}

export type DraftWaiting = { form: DraftForm; writer: string; personId: string; name: string; begun: Date }

/** For a team lead's Today: drafts of meetings that have waited a week. Never what is in them. */
export const draftsWaiting = async ({ client, actor }: Ctx): Promise<DraftWaiting[]> => {
  if (actor.role !== 'team-lead') return []
  const { rows } = await client.query({
    name: 'today drafts waiting',
    text: `select w.form, w.writer, w.person_id, w.begun, p.given_name, p.family_name, p.known_as
      from app.drafts_waiting() w join people p on p.partnership_id = $1 and p.id = w.person_id limit 20`,
    values: [actor.partnershipId],
  })
  return rows.map((row) => ({
    form: row.form,
    writer: row.writer,
    personId: row.person_id,
    name: nameOf(row),
    begun: row.begun,
  }))
}

const nameOf = (row: { given_name: string | null; family_name: string; known_as: string }) =>
  fullName({ given: row.given_name ?? '', family: row.family_name, knownAs: row.known_as })
