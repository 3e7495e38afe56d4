import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { openScratch } from '../../bin/scratch'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the template, by the names they have in the environment. */
    urls: Record<string, string>
  }
}

/** One server and one migrated template for the run; each file copies the template (tests/setup/worker.ts). */
export default async function (project: TestProject) {
  const { server, urls, close } = await openScratch({ name: `test-${process.pid}`, database: 'template' })
  const client = new Client({ connectionString: server.superuserUrl('postgres') })
  await client.connect()
  await client.query('alter database template is_template true')
  await client.end()
  project.provide('urls', urls)
  return close
}
