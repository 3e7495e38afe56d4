import { asRole } from './sql'

/** One statement straight at the database, past every act, with the session of somebody: what the row policies alone let through. */
export const speakingAs = async (token: string, text: string): Promise<Record<string, unknown>[]> => {
  const pool = asRole('app')
  try {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.session', $1, true)", [token])
      const { rows } = await client.query(text)
      return rows
    } finally {
      await client.query('rollback').catch(() => {})
      client.release()
    }
  } finally {
    await pool.end()
  }
}
