import { Client } from 'pg'

/** A connection of the tables' owner without deadlines, as the import commands have it. */
export const asOwner = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
