import type { Ctx } from '@/db/door'
import { notFound } from '@/lib/errors'
import { isId } from '@/lib/id'
import type { RowKind } from '@/lib/referrals/review'

export type HeldImport = {
  id: string
  teamId: string
  fileName: string
  state: 'checked' | 'imported' | 'discarded'
  counts: Record<RowKind, number>
  madeAt: Date
  importedAt: Date | null
}

const columns = `id, team_id as "teamId", file_name as "fileName", state, made_at as "madeAt", imported_at as "importedAt",
  jsonb_build_object('new', rows_new, 'changed', rows_changed, 'same', rows_same, 'problem', rows_problem) as counts`

/** An import of a team whose referrals desk the acting person holds. */
export async function heldImport(ctx: Ctx, importId: string): Promise<HeldImport> {
  if (!isId(importId)) throw notFound()
  const { rows } = await ctx.client.query<HeldImport>(
    `select ${columns} from referral_imports where id = $1`,
    [importId],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The newest first. */
export const newestImports = async (ctx: Ctx, most: number): Promise<HeldImport[]> =>
  (
    await ctx.client.query<HeldImport>(
      `select ${columns} from referral_imports order by made_at desc, id desc limit $1`,
      [most],
    )
  ).rows
