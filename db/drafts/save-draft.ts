import { z } from 'zod'
import { act, turnAtDraft } from '@/db/act'
import type { Ctx } from '@/db/door'
import { typedFields } from '@/lib/drafts/drafts'
import { draftFormNames } from '@/lib/drafts/forms'
import { conflict } from '@/lib/errors'
import { id } from '@/lib/id'
import { draftOf } from './draft-of'

const input = z.strictObject({
  draftId: id,
  form: z.enum(draftFormNames),
  personId: id.optional(),
  recordId: id.optional(),
  /** The version this window knows; 0 where it knows of no draft. */
  version: z.number().int().min(0),
  basis: z.string().max(2_000).default(''),
  window: id,
  turn: z.number().int().min(1),
  fields: typedFields,
})
type Input = z.output<typeof input>

/**
 * Keeps what is typed and not saved yet. A window that knows an older version than another has saved since is told, with both
 * texts: it never writes over the other. Its own saves are numbered, so that one that was answered too late or comes twice
 * is no conflict and never brings back older words.
 */
export const saveDraft = act(
  'saveDraft',
  input,
  async (ctx, given) => {
    ctx.about({ personId: given.personId, recordId: given.draftId, detail: { form: given.form } })
    if (given.version === 0 && (await begin(ctx, given)))
      return { version: 1, savedAt: ctx.now.toISOString() }
    const { rows } = await ctx.client.query<{ version: number }>({
      name: 'draft-save',
      text: `update drafts set input = $4, basis = $5, version = version + 1, by_window = $6, turn = $7, saved_at = $8
        where partnership_id = $1 and id = $2 and (version = $3 and by_window <> $6 or by_window = $6 and turn < $7)
        returning version`,
      values: [
        ctx.actor.partnershipId,
        given.draftId,
        given.version,
        JSON.stringify(given.fields),
        given.basis,
        given.window,
        given.turn,
        ctx.now,
      ],
    })
    if (rows[0]) return { version: rows[0].version, savedAt: ctx.now.toISOString() }
    const now = await draftOf(ctx, given.form, given.personId, given.recordId)
    if (!now)
      throw conflict(
        'This was saved, or its draft deleted, in another window. What you write from here on is a new draft.',
        {
          version: '0',
        },
      )
    // A later save of this very window was here first.
    if (now.window === given.window) return { version: now.version, savedAt: now.savedAt.toISOString() }
    throw conflict('You have another draft of this in another window.', {
      ...plain(now.fields),
      version: String(now.version),
      draftId: now.id,
    })
  },
  // Words belong in the draft alone, not in a second place for a day.
  { secret: true },
)

const begin = async ({ client, actor, now }: Ctx, given: Input): Promise<boolean> => {
  await client.query(turnAtDraft(given.draftId))
  const { rowCount } = await client.query({
    name: 'draft-begin',
    text: `insert into drafts (partnership_id, id, staff_id, form, person_id, record_id, input, basis, by_window, turn, saved_at)
      select $1::uuid, $2::uuid, $3::uuid, $4, $5::uuid, $6::uuid, $7::jsonb, $8, $9::uuid, $10::integer, $11::timestamptz
      where not exists (select from app.idempotency_keys k where k.staff_id = $3 and k.key = $2) on conflict do nothing`,
    values: [
      actor.partnershipId,
      given.draftId,
      actor.staffId,
      given.form,
      given.personId ?? null,
      given.recordId ?? null,
      JSON.stringify(given.fields),
      given.basis,
      given.window,
      given.turn,
      now,
    ],
  })
  return rowCount === 1
}

const plain = (fields: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value.join('\n'),
    ]),
  )
