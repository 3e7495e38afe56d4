import type { Client } from 'pg'

export type Row = Record<string, unknown>

/** Rows in one statement. */
const chunk = 500

/** Adds rows to a table; every row names the same columns. */
export async function insert(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!).join(', ')
  for (let from = 0; from < rows.length; from += chunk) {
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows.slice(from, from + chunk))],
    )
    // Triggers plan their look-ups once: tell them early that the table is no longer empty.
    if (from === 0 && rows.length > chunk) await client.query(`analyze ${table}`)
  }
}
