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
        <div className="nhsuk-form-group" key={name}>
          <label className="nhsuk-label" htmlFor={name}>
            {label}
          </label>
          <select className="nhsuk-select" id={name} name={name} defaultValue={filter[name]}>
            <option value="">Any</option>
            {options.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </div>
      ))}
      {filter.record && <input type="hidden" name="record" value={filter.record} />}
      <button className="fp-button-quiet" type="submit">
        Show
      </button>
    </form>
  )
}
