import type { Client } from 'pg'

/** The database's own roles. Nobody signs in as the resolver; only backup passes by row-level security, and it only reads. */
const databaseRoles = {
  footpath_owner: 'login',
  footpath_app: 'login',
  footpath_report: 'login',
  footpath_sealer: 'login',
  footpath_jobs: 'login',
  footpath_resolver: 'nologin',
  footpath_backup: 'nologin bypassrls',
} as const
type DatabaseRole = keyof typeof databaseRoles

const passwordOf = (url: string | undefined, role: DatabaseRole): string | undefined => {
  if (!url) return undefined
  const { username, password } = new URL(url)
  if (username !== role)
    throw new Error(
      `The address for ${role} signs in as "${username}". Use the role ${role}: the policies name it.`,
    )
  return decodeURIComponent(password) || undefined
}

/**
 * Makes the roles that are missing and accepts those that are there, with the passwords of the addresses given.
 * @param client signed in as someone who may create roles
 */
export async function makeRoles(
  client: Client,
  addresses: Partial<Record<DatabaseRole, string>>,
): Promise<void> {
  const { rows } = await client.query('select rolname from pg_roles where rolname = any ($1)', [
    Object.keys(databaseRoles),
  ])
  const present = new Set(rows.map((r) => r.rolname as string))
  const { rows: me } = await client.query(
    'select rolsuper, current_user as name from pg_roles where rolname = current_user',
  )
  const superuser = me[0].rolsuper as boolean
  for (const [role, how] of Object.entries(databaseRoles) as [DatabaseRole, string][]) {
    const password = passwordOf(addresses[role], role)
    if (!present.has(role)) {
      const bypass = how.includes('bypassrls') && !superuser
      if (bypass)
        process.stderr.write(
          `Only a superuser can let backups pass by row-level security: run "alter role ${role} bypassrls" once.\n`,
        )
      // Two databases of one cluster may be made at the same moment: the second finds the role there.
      await client
        .query(
          `do $$ begin create role ${role} ${bypass ? 'nologin' : how}; exception when duplicate_object or unique_violation then null; end $$`,
        )
        .catch((error: Error & { code?: string }) => {
          if (error.code !== '42501') throw error
          throw new Error(
            `The role ${role} is missing and ${me[0].name} may not make it. Run "create role ${role} ${how}" once as somebody who may.`,
          )
        })
    }
    if (password && role !== me[0].name)
      await client
        .query(`alter role ${role} password ${client.escapeLiteral(password)}`)
        .catch((error: Error & { code?: string }) => {
          // 42501: somebody else made this role ready, with a password of their own.
          if (!(present.has(role) && error.code === '42501')) throw error
        })
  }
  const { rows: standing } = await client.query(
    `select pg_has_role('footpath_owner', 'footpath_resolver', 'member') as member`,
  )
  if (!standing[0].member) await client.query('grant footpath_resolver to footpath_owner')
}
