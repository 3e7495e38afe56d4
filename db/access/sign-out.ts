import { outside } from './outside'

/** Ends the session for good: a kept copy of its cookie opens nothing. */
export const signOut = async (token: string | undefined): Promise<void> => {
  if (token) await outside(token, (client) => client.query('select app.end_session()'))
}
