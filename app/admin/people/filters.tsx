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
      <button className="fp-button-quiet" type="submit">
        Show
      </button>
    </form>
  )
}
