import { newId } from '@/lib/id'
import { noteOutside, outside } from './outside'
import { hashOfToken, newToken } from './session-token'

/** One press, no password: only for the invented people of a partnership that the database marks as a demonstration. */
export async function signInToDemonstration(staffId: string): Promise<string | undefined> {
  const token = newToken()
  const stage = await outside(undefined, async (client) => {
    const started = await client.query('select app.start_demonstration_session($1, $2, $3) as stage', [
      staffId,
      hashOfToken(token),
      newId(),
    ])
    return started.rows[0].stage as string | null
  })
  if (stage) return token
  await noteOutside({ act: 'signInToDemonstration', outcome: 'failed' })
  return undefined
}
