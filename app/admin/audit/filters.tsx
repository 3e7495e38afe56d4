import { FilterSelect } from '@/app/_ui/filter-select'
import type { AuditFilter } from '@/db/audit/reads'
import { auditedActs, outcomes } from '@/lib/access/audit-words'

type Props = { filter: AuditFilter; staff: readonly { id: string; name: string }[] }

/** A plain GET form: the choices are in the address, and stay when the page is loaded again. */
export function AuditFilters({ filter, staff }: Props) {
  const choices: { name: 'staff' | 'act' | 'outcome'; label: string; options: [string, string][] }[] = [
    { name: 'staff', label: 'Who', options: staff.map((one) => [one.id, one.name]) },
    { name: 'act', label: 'What', options: auditedActs.map(({ act, words }) => [act, words]) },
    { name: 'outcome', label: 'Outcome', options: Object.entries(outcomes) },
  ]
  return (
    <form className="fp-filters" method="get" action="/admin/audit" aria-label="Choose what to see">
      {choices.map(({ name, label, options }) => (
        <FilterSelect
          key={name}
          name={name}
          label={label}
          value={filter[name]}
          options={[['', 'Any'], ...options]}
        />
      ))}
      {filter.record && <input type="hidden" name="record" value={filter.record} />}
      <button className="fp-button-quiet" type="submit">
        Show
      </button>
    </form>
  )
}
