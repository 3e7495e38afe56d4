import type { Client } from 'pg'

export type Row = Record<string, unknown>

/** Rows in one statement. */
const chunk = 2_000

/** Adds rows to a table; every row names the same columns. */
export async function insert(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!).join(', ')
  for (let from = 0; from < rows.length; from += chunk)
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows.slice(from, from + chunk))],
    )
}
