import { FilterSelect } from '@/app/_ui/filter-select'
import type { StaffFilter } from '@/db/organisations/reads'
import { roleNames, staffRoles } from '@/lib/access/roles'
import { standings } from '@/lib/organisations/staff'

/** A plain GET form: the choices are in the address, and stay when the page is loaded again. */
export function Filters({ filter }: { filter: StaffFilter }) {
  const choices: { name: 'role' | 'status'; label: string; options: [string, string][] }[] = [
    { name: 'role', label: 'Role', options: staffRoles.map((role) => [role, roleNames[role]]) },
    { name: 'status', label: 'Status', options: Object.entries(standings) },
  ]
  return (
    <form className="fp-filters" method="get" action="/admin/people" aria-label="Choose whom to see">
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="name">
          Name, or part of it
        </label>
        <input
          className="nhsuk-input"
          id="name"
          name="name"
          type="text"
          defaultValue={filter.name}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      {choices.map(({ name, label, options }) => (
        <FilterSelect
          key={name}
          name={name}
          label={label}
          value={filter[name] ?? ''}
          options={[['', 'Any'], ...options]}
        />
      ))}
      <button className="fp-button-quiet" type="submit">
        Show
      </button>
    </form>
  )
}
