import { z } from 'zod'
import type { Ctx } from '@/db/door'
import { conflict, invalid, notFound } from '@/lib/errors'
import { id, newId } from '@/lib/id'
import { hours, hoursBefore, mailAddress, notReminded } from '@/lib/outbox/preferences'
import { largestNumber, ticked } from '@/lib/parse'
import { dropReminders, remind } from './remind'

export const remindersForm = z.strictObject({
  personId: id,
  /** The parent or carer who is asked; empty is the young person. */
  relationshipId: z.union([id, z.literal('')]).default(''),
  /** 0 where nobody was asked before. */
  version: z.coerce.number().int().min(0).max(largestNumber),
  reminders: z.enum(['yes', 'no'], { error: 'Choose yes or no.' }),
  hoursBefore: hours.default('24'),
  email: mailAddress,
  placeInCalendar: ticked,
  /** For a parent or carer: the young person knows, and it is fine with them. */
  agreed: ticked,
})

/**
 * Keeps what somebody said about being reminded, and what that means for the meetings already booked.
 * @returns how many are on their way at this moment and cannot be called back
 */
export async function keepReminders(
  ctx: Ctx,
  { personId, episodeId }: { personId: string; episodeId: string },
  form: z.output<typeof remindersForm>,
): Promise<number> {
  const relationshipId = form.relationshipId || null
  const wanted = form.reminders === 'yes'
  const { name, email } = await recipient(ctx, personId, relationshipId)
  if (wanted) {
    if (relationshipId && form.email === '') throw invalid({ email: `Enter the address ${name} reads.` })
    if (relationshipId && !form.agreed)
      throw invalid({ agreed: `Ask first. Tick this when they are fine with ${name} being reminded.` })
    if (!relationshipId && email === '')
      throw invalid({ reminders: 'There is no e-mail address. Add one in their details first.' })
  }
  const values = [
    ctx.actor.partnershipId,
    personId,
    relationshipId,
    wanted,
    Number(form.hoursBefore),
    relationshipId ? form.email : '',
    form.placeInCalendar,
    ctx.today,
    ctx.actor.staffId,
  ]
  const saved =
    form.version === 0
      ? await ctx.client.query(
          `insert into contact_preferences (partnership_id, person_id, relationship_id, reminders, hours_before, email,
             place_in_calendar, asked_on, by_staff_id, id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint one_preference_each do nothing`,
          [...values, newId()],
        )
      : await ctx.client.query(
          `update contact_preferences set reminders = $4, hours_before = $5, email = $6, place_in_calendar = $7, asked_on = $8,
             by_staff_id = $9, version = version + 1
           where partnership_id = $1 and person_id = $2 and relationship_id is not distinct from $3 and version = $10`,
          [...values, form.version],
        )
  if (saved.rowCount !== 1)
    throw conflict(
      'Somebody else asked and wrote it down meanwhile.',
      await theirs(ctx, personId, relationshipId),
    )
  const onTheirWay = await dropReminders(ctx, { personId, relationshipId }, 'turned-off')
  if (wanted) await remind(ctx, await meetingsToCome(ctx, episodeId))
  ctx.about({ detail: { reminders: wanted, ...(relationshipId && { relationshipId }) } })
  return wanted ? 0 : onTheirWay
}

/** @throws not found for a parent or carer of somebody else, or no longer part of the record */
async function recipient(ctx: Ctx, personId: string, relationshipId: string | null) {
  const { rows } = await ctx.client.query<{ name: string; email: string }>(
    relationshipId
      ? `select name, '' as email from relationships where person_id = $1 and id = $2 and ended_on is null and relation <> all ($3)`
      : `select '' as name, btrim(email) as email from people where id = $1 and $2::uuid is null and $3::text[] is not null`,
    [personId, relationshipId, notReminded],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

const meetingsToCome = async (ctx: Ctx, episodeId: string): Promise<string[]> =>
  (
    await ctx.client.query<{ id: string }>(
      'select id from meetings where episode_id = $1 and cancelled_at is null and starts_at > now()',
      [episodeId],
    )
  ).rows.map((row) => row.id)

async function theirs(
  ctx: Ctx,
  personId: string,
  relationshipId: string | null,
): Promise<Record<string, string>> {
  const { rows } = await ctx.client.query(
    `select reminders, hours_before, email, version from contact_preferences
     where person_id = $1 and relationship_id is not distinct from $2`,
    [personId, relationshipId],
  )
  const now = rows[0]
  return {
    reminders: now?.reminders ? 'Yes' : 'No',
    hoursBefore: hoursBefore[String(now?.hours_before) as keyof typeof hoursBefore] ?? '',
    email: now?.email ?? '',
    version: String(now?.version ?? 0),
  }
}
