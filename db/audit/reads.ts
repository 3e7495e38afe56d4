import { read } from '@/db/read'
import { actInWords, outcomeInWords, outcomes } from '@/lib/access/audit-words'
import { recordReference } from '@/lib/access/reference'
import { type Role, roleNames } from '@/lib/access/roles'
import { isId } from '@/lib/id'

/** Rows on one page. */
export const auditPage = 50

/** Everything in the address of the page, already checked. Empty is everything. */
export type AuditFilter = { staff: string; act: string; outcome: string; record: string; before: string }

/** The filter an address asks for; what it does not know it ignores. */
export const readAuditFilter = (asked: Record<string, string | string[] | undefined>): AuditFilter => {
  const text = (name: string, is: (value: string) => boolean) => {
    const value = asked[name]
    return typeof value === 'string' && is(value) ? value : ''
  }
  return {
    staff: text('staff', isId),
    act: text('act', (value) => /^[A-Za-z]{1,60}$/.test(value)),
    outcome: text('outcome', (value) => Object.hasOwn(outcomes, value)),
    record: text('record', isId),
    before: text('before', (value) => /^\d{1,15}$/.test(value)),
  }
}

export type AuditRow = {
  id: number
  at: Date
  who: string
  role: string
  what: string
  outcome: string
  /** Whose record, without saying who it is; `key` finds the other rows about it. */
  record: { key: string; reference: string } | null
  /** How many records a list showed. */
  records: number | null
}

/**
 * Who did or saw what, newest first, by the row before which the page begins: counting pages would read the whole log. The
 * look itself is written in the log.
 */
export const auditTrail = read('auditTrail', async (ctx, filter: AuditFilter) => {
  const { rows } = await ctx.client.query({
    name: `audit ${filter.staff && 's'}${filter.act && 'a'}${filter.outcome && 'o'}${filter.record && 'r'}`,
    text: `select l.id, l.at, l.role, l.act, l.outcome, l.person_id, l.detail, s.name as who, s.kind
      from app.audit_log l left join staff s on s.partnership_id = l.partnership_id and s.id = l.staff_id
      where l.partnership_id = $1 and l.id < $2::bigint
        and $3::text is not null and $4::text is not null and $5::text is not null and $6::text is not null
        ${filter.staff && 'and l.staff_id = $3::uuid'} ${filter.act && 'and l.act = $4'}
        ${filter.outcome && 'and l.outcome = $5'}
        ${filter.record && `and (l.person_id = $6::uuid or (l.detail -> 'ids') ? $6)`}
      order by l.id desc limit ${auditPage + 1}`,
    values: [
      ctx.actor.partnershipId,
      filter.before || '9000000000000000',
      filter.staff,
      filter.act,
      filter.outcome,
      filter.record,
    ],
  })
  const staff = await ctx.client.query<{ id: string; name: string }>(
    'select id, name from staff where partnership_id = $1 order by lower(name), id',
    [ctx.actor.partnershipId],
  )
  const seals = await ctx.client.query<{ sealed_at: Date | null; waiting: number }>(
    'select sealed_at, waiting from app.seal_state()',
  )
  const { staff: staffId, record, ...plain } = filter
  ctx.about({
    ...(staffId && { recordId: staffId }),
    ...(record && { personId: record }),
    detail: { ...plain, of: 'audit' },
  })
  const shown = rows.slice(0, auditPage)
  return {
    actor: ctx.actor,
    filter,
    rows: shown.map(
      (row): AuditRow => ({
        id: Number(row.id),
        at: row.at,
        who: row.who ?? 'Nobody we know',
        role: row.role && row.kind !== 'system' ? roleNames[row.role as Role] : '',
        what: actInWords(row.act),
        outcome: outcomeInWords(row.outcome),
        record: row.person_id ? { key: row.person_id, reference: recordReference(row.person_id) } : null,
        records: typeof row.detail?.people === 'number' ? row.detail.people : null,
      }),
    ),
    /** The row where the next, older page begins. */
    older: rows.length > auditPage ? String(shown.at(-1)?.id) : null,
    staff: staff.rows,
    sealedAt: seals.rows[0]?.sealed_at ?? null,
    waiting: seals.rows[0]?.waiting ?? 0,
  }
})
