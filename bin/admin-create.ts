import { parseArgs } from 'node:util'
import { Client, DatabaseError } from 'pg'
import { z } from 'zod'
import { createPartnership } from '@/db/access/create-partnership'
import { env } from '@/db/env'
import { migrate } from '@/db/migrations/migrate'

const help = `npm run admin:create -- --partnership "Name" --name "First administrator" --email someone@example.org

Makes a partnership with its first organisation and its first administrator, and prints a temporary password once. In an
empty database it makes the tables first.
The administrator then signs in, chooses a password, sets up a second step, and adds organisations, teams and staff.

--partnership         the name of the partnership; refused when there is one of that name
--name                the administrator's name
--email               the administrator's e-mail address, used for signing in
--organisation        the first organisation (the partnership's name)
--organisation-kind   nhs, charity, council or commissioner (nhs)

The database is the one DATABASE_OWNER_URL names, or the embedded one.`

const schema = z.object({
  partnership: z.string({ error: 'Say what the partnership is called: --partnership "Name".' }).trim().min(1),
  name: z.string({ error: 'Say what the administrator is called: --name "…".' }).trim().min(1),
  email: z.email({ error: 'Give the e-mail address the administrator will sign in with: --email …' }).trim(),
  organisation: z.string().trim().min(1).optional(),
  'organisation-kind': z
    .enum(['nhs', 'charity', 'council', 'commissioner'], {
      error: '--organisation-kind is nhs, charity, council or commissioner.',
    })
    .default('nhs'),
})

const text = { type: 'string' } as const

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(help)
    return 0
  }
  let values: Record<string, unknown>
  try {
    values = parseArgs({
      args,
      options: { partnership: text, name: text, email: text, organisation: text, 'organisation-kind': text },
    }).values
  } catch (error) {
    console.error(`${(error as Error).message}\nSee npm run admin:create -- --help.`)
    return 2
  }
  const parsed = schema.safeParse(values)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) console.error(issue.message)
    console.error('See npm run admin:create -- --help.')
    return 2
  }
  const given = parsed.data
  const url = env().DATABASE_OWNER_URL
  if (!url) {
    console.error('Set DATABASE_OWNER_URL to the address of the role that owns the tables.')
    return 2
  }
  const client = new Client({ connectionString: url, application_name: 'footpath admin:create' })
  try {
    // On a server of one's own this is often the first command: the tables are made here, or brought up to date.
    await migrate({
      admin: env().DATABASE_ADMIN_URL,
      owner: url,
      app: env().DATABASE_URL,
      report: env().DATABASE_REPORT_URL,
      sealer: env().DATABASE_SEALER_URL,
      jobs: env().DATABASE_JOBS_URL,
    })
    await client.connect()
    const password = await createPartnership(client, {
      name: given.partnership,
      organisation: given.organisation ?? given.partnership,
      organisationKind: given['organisation-kind'],
      administrator: { name: given.name, email: given.email },
    })
    if (!password) {
      console.error(`There is already a partnership called "${given.partnership}". Nothing was changed.`)
      return 1
    }
    console.log(`"${given.partnership}" is ready. ${given.name} signs in with ${given.email} and this password:

    ${password}

It is shown only now and must be changed at the first sign-in. Hand it over in person or by telephone, not by e-mail.`)
    return 0
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'staff_email')
      console.error(`Someone already signs in with ${given.email}. Nothing was changed.`)
    else console.error(`The database did not do it: ${(error as Error).message}`)
    return 1
  } finally {
    await client.end().catch(() => {})
  }
}
