import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const port = Number(process.env.FOOTPATH_E2E_PORT ?? 3310)

// By the port: two runs side by side keep apart.
const kept = `test-journeys-${port}`
const file = (name: string) => join(root, '.data', `${kept}-${name}.json`)

/** Where the journeys' service listens, and where it keeps what they share. */
export const places = {
  root,
  port,
  base: `http://localhost:${port}`,
  /** What the names of everything kept begin with. */
  kept,
  /** The addresses of the database, written when the service is up. */
  urls: file('urls'),
  /** A partnership in earnest beside the demonstration: its first administrator and the password handed over in person. */
  earnest: file('earnest'),
  signedIn: file,
}
