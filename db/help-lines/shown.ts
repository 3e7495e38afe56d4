import { outside } from '@/db/access/outside'
import type { Day } from '@/lib/day'
import { type HelpLine, nationalLines } from '@/lib/help/lines'

/** What "Get help now" shows: the service's own lines with the oldest day they were checked, or the national ones. */
type ShownLines = { lines: readonly HelpLine[]; checkedOn: Day | null }

/**
 * For everybody, signed in or not. Whatever happens there is somebody to ring: without lines of the service's own, and when the
 * database does not answer, these are the national ones. This is the one place that does not report a fault as one.
 */
export async function shownHelpLines(token: string | undefined): Promise<ShownLines> {
  try {
    const rows = await outside(
      token,
      async (client) => (await client.query('select * from app.shown_help_lines()')).rows,
    )
    if (rows.length === 0) return { lines: nationalLines, checkedOn: null }
    return {
      lines: rows.map((row) => ({
        name: row.name,
        words: row.words,
        hours: row.hours,
        kind: row.kind,
        contact: row.contact,
        textWord: row.text_word,
      })),
      checkedOn: rows.map((row) => row.checked_on as Day).sort()[0]!,
    }
  } catch {
    return { lines: nationalLines, checkedOn: null }
  }
}
