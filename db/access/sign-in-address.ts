import { isId } from '@/lib/id'
import { outside } from './outside'

/** The e-mail address an account signs in with, for somebody who signs in again on a page of theirs. Never sent anywhere. */
export const signInAddress = async (staffId: string): Promise<string | undefined> => {
  if (!isId(staffId)) return undefined
  return outside(undefined, async (client) => {
    const { rows } = await client.query('select app.sign_in_address($1) as address', [staffId])
    return (rows[0]?.address as string | null) ?? undefined
  })
}
