import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const port = Number(process.env.FOOTPATH_E2E_PORT ?? 3310)

/** Where the journeys' service listens, and where it keeps what they share. */
export const places = {
  root,
  port,
  base: `http://localhost:${port}`,
  data: join(root, '.data/test-journeys'),
  /** The addresses of the database, written when the service is up. */
  urls: join(root, '.data/test-journeys-urls.json'),
  /** A partnership in earnest beside the demonstration: its first administrator and the password handed over in person. */
  earnest: join(root, '.data/test-journeys-earnest.json'),
  signedIn: (who: string) => join(root, `.data/test-journeys-${who}.json`),
}
