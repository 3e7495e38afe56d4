import { FilterSelect } from '@/app/_ui/filter-select'
import type { Filter } from '@/db/caseload/caseload'
import { groupingNames, groupings } from '@/lib/grouping/grouping'
import { stepInWords, steps } from '@/lib/handover/steps'

const choices: {
  name: 'whose' | 'grouping' | 'step' | 'goals'
  label: string
  options: [string, string][]
}[] = [
  {
    name: 'whose',
    label: 'Whose',
    options: [
      ['mine', 'Mine'],
      ['team', 'My team’s'],
    ],
  },
  {
    name: 'grouping',
    label: 'Needs-based grouping',
    options: [
      ['', 'Any'],
      ...groupings.map((g): [string, string] => [g, groupingNames[g]]),
      ['none', 'Not yet agreed'],
    ],
  },
  {
    name: 'step',
    label: 'Hand-over step',
    options: [
      ['', 'Any, or none'],
      ...steps.filter((s) => s !== 'ended').map((s): [string, string] => [s, stepInWords(s)]),
    ],
  },
  {
    name: 'goals',
    label: 'Goals',
    options: [
      ['', 'Any'],
      ['due', 'Due a rating'],
    ],
  },
]

/** A plain GET form: the choices are in the address, and stay when the page is loaded again. */
export function CaseloadFilters({ filter }: { filter: Filter }) {
  return (
    <form
      className="fp-filters fp-filters--four"
      method="get"
      action="/care/people"
      aria-label="Choose whom to see"
    >
      {choices.map(({ name, label, options }) => (
        <FilterSelect key={name} name={name} label={label} value={filter[name]} options={options} />
      ))}
      {filter.sort !== 'name' && <input type="hidden" name="sort" value={filter.sort} />}
      <button className="fp-button-quiet" type="submit">
        Show
      </button>
    </form>
  )
}
