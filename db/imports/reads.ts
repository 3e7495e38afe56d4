import type { Ctx } from '@/db/door'
import { read } from '@/db/read'
import type { RowKind } from '@/lib/referrals/review'
import { deskTeams } from './desk'
import { heldImport, newestImports } from './held'

/** Lines on one page of a review. */
const pageSize = 50

/** The start of an import: for which teams the acting person holds the desk, and what was brought lately. */
export const imports = read('imports', async (ctx) => {
  const teams = await deskTeams(ctx)
  return { actor: ctx.actor, teams, recent: teams.length > 0 ? await newestImports(ctx, 10) : [] }
})

export type ReviewRow = { line: number; fields: Record<string, string>; problems: string[] }

const rowsOf = async (ctx: Ctx, importId: string, kind: RowKind, limit: number | null, offset: number) =>
  (
    await ctx.client.query<ReviewRow>(
      `select line, fields, problems from referral_import_rows where import_id = $1 and kind = $2
      order by line limit $3 offset $4`,
      [importId, kind, limit, offset],
    )
  ).rows

/** What a checked file would do, one kind of line at a time, or what became of an imported one. */
export const importReview = read(
  'importReview',
  async (ctx, { importId, kind, page }: { importId: string; kind?: RowKind; page?: number }) => {
    const held = await heldImport(ctx, importId)
    const teams = await deskTeams(ctx)
    const order: RowKind[] = held.state === 'checked' ? ['problem', 'new', 'changed', 'same'] : ['problem']
    const shown = kind && order.includes(kind) ? kind : (order.find((k) => held.counts[k] > 0) ?? 'problem')
    const pages = Math.max(1, Math.ceil(held.counts[shown] / pageSize))
    const at = Math.min(Math.max(1, page ?? 1), pages)
    ctx.about({ recordId: importId, detail: { kind: shown, page: at } })
    return {
      actor: ctx.actor,
      held,
      team: teams.find((team) => team.id === held.teamId)?.name ?? '',
      kind: shown,
      page: at,
      pages,
      rows: await rowsOf(ctx, importId, shown, pageSize, (at - 1) * pageSize),
    }
  },
)

/** Every line that cannot be imported, for the file that goes back to the sender. */
export const rejectedRows = read('rejectedRows', async (ctx, { importId }: { importId: string }) => {
  const held = await heldImport(ctx, importId)
  const rows = await rowsOf(ctx, importId, 'problem', null, 0)
  ctx.about({ recordId: importId, detail: { rows: rows.length } })
  return { fileName: held.fileName, rows }
})
