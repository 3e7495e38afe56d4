import type { Ctx } from '@/db/door'

/**
 * Many rows by one statement at a time, few enough for each to end far within the deadline of a query.
 * @param text `$1` is the partnership, `$2` the rows as a JSON array for `jsonb_to_recordset`, then `more`
 */
export async function manyRows(
  { client, actor }: Pick<Ctx, 'client' | 'actor'>,
  text: string,
  rows: readonly unknown[],
  { at = 1000, more = [], after }: { at?: number; more?: unknown[]; after?: string } = {},
): Promise<void> {
  for (let from = 0; from < rows.length; from += at) {
    await client.query(text, [actor.partnershipId, JSON.stringify(rows.slice(from, from + at)), ...more])
    if (after) await client.query(after)
  }
}
