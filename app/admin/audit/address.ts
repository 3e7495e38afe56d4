import type { AuditFilter } from '@/db/audit/reads'

/** The address of the log with these choices. Ids only: no name is ever part of it. */
export const addressOf = (filter: AuditFilter): string => {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  return query.size > 0 ? `/admin/audit?${query}` : '/admin/audit'
}
