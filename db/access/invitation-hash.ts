import { createHmac } from 'node:crypto'
import { env } from '../env'

/** Of link and code together, keyed: six digits could be found from a plain hash in a copy of the table. */
export const hashOfCode = (token: string, code: string): Buffer =>
  createHmac('sha256', env().AUTH_SECRET ?? '')
    .update(`invitation:${token}:${code}`)
    .digest()
