import type { Role } from '@/lib/access/roles'
import { outside } from './outside'

export type DemonstrationAccount = {
  staffId: string
  name: string
  jobTitle: string
  role: Role
  team: string
  partnership: string
}

/** Nobody, unless the database carries the demonstration's mark. */
export const demonstrationAccounts = (): Promise<DemonstrationAccount[]> =>
  outside(undefined, async (client) => {
    const { rows } = await client.query('select * from app.demonstration_accounts()')
    return rows.map((row) => ({
      staffId: row.staff_id,
      name: row.name,
      jobTitle: row.job_title,
      role: row.role,
      team: row.team,
      partnership: row.partnership,
    }))
  })
