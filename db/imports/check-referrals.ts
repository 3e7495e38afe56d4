import { z } from 'zod'
import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { invalid, refused } from '@/lib/errors'
import { newId } from '@/lib/id'
import { type RowKind, rowKindKeys } from '@/lib/referrals/review'
import { type Classified, classify } from './classify'
import { type DeskTeam, deskTeam } from './desk'
import { readReferralRows } from './referral-rows'

const input = z.strictObject({
  teamId: z.uuid({ error: 'Choose the team these referrals are for.' }),
  fileName: z.string().trim().max(200, 'The name of the file is longer than 200 letters.').default(''),
  /** What the file says, as text. */
  file: z
    .string({ error: 'Choose a file.' })
    .min(1, 'Choose a file.')
    .max(4_000_000, 'The file is larger than 4 MB. Divide it into several.'),
})

export type Checked = { importId: string } & Record<RowKind, number>

/**
 * Reads a referrals file and sets it against the record, for review. Nothing reaches a record: what was read waits in a
 * place of its own until it is imported or discarded.
 */
export const checkReferrals = act(
  'checkReferrals',
  input,
  async (ctx, { teamId, fileName, file }): Promise<Checked> => {
    const team = await deskTeam(ctx, teamId)
    const read = readReferralRows(file)
    if (!read.ok) throw invalid({ file: read.because })
    const rows = await classify(ctx, team, read.rows)
    if (!team.dutyStaffId && rows.some((row) => row.value?.accepted))
      throw refused(
        `${team.name} has no duty worker, and accepted young people must have somebody beside them. Ask your administrator to name one.`,
      )
    await clearOld(ctx, team)
    const importId = newId()
    const count = (kind: RowKind) => rows.filter((row) => row.kind === kind).length
    const counts = Object.fromEntries(rowKindKeys.map((kind) => [kind, count(kind)])) as Record<
      RowKind,
      number
    >
    await ctx.client.query(
      `insert into referral_imports (partnership_id, id, team_id, file_name, rows_new, rows_changed, rows_same, rows_problem, by_staff_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ctx.actor.partnershipId,
        importId,
        team.id,
        fileName || 'referrals.csv',
        counts.new,
        counts.changed,
        counts.same,
        counts.problem,
        ctx.actor.staffId,
      ],
    )
    await stage(ctx, importId, rows)
    ctx.about({ recordId: importId, detail: counts })
    return { importId, ...counts }
  },
  // The file holds what a record holds, so it is not kept a second time beside the idempotency key.
  { secret: true },
)

async function stage(ctx: Ctx, importId: string, rows: readonly Classified[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    const some = rows.slice(from, from + 1000)
    await ctx.client.query(
      `insert into referral_import_rows (partnership_id, import_id, line, kind, fields, problems)
      select $1, $2, r.line, r.kind, r.fields, r.problems
      from unnest($3::int[], $4::text[], $5::jsonb[], $6::jsonb[]) as r (line, kind, fields, problems)`,
      [
        ctx.actor.partnershipId,
        importId,
        some.map((row) => row.line),
        some.map((row) => row.kind),
        some.map((row) => JSON.stringify(row.fields)),
        some.map((row) => JSON.stringify(row.kind === 'changed' ? row.changed : row.problems)),
      ],
    )
  }
}

/** What nobody imported within a fortnight goes; the count of lines stays. */
const clearOld = async (ctx: Ctx, team: DeskTeam) => {
  const old = await ctx.client.query<{ id: string }>(
    "select id from referral_imports where team_id = $1 and made_at < now() - interval '14 days'",
    [team.id],
  )
  const ids = old.rows.map((row) => row.id)
  if (ids.length === 0) return
  await ctx.client.query('delete from referral_import_rows where import_id = any($1::uuid[])', [ids])
  await ctx.client.query(
    "update referral_imports set state = 'discarded' where id = any($1::uuid[]) and state = 'checked'",
    [ids],
  )
}
