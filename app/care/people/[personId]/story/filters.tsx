import { DateField } from '@/app/_ui/fields/date-field'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { entryKinds } from '@/lib/story/entry'
import { type DaysTyped, daysLeftOut, isFiltered, type StoryFilter } from '@/lib/story/filter'

type Props = {
  base: string
  filter: StoryFilter
  /** Stays in the boxes, so that it can be put right there. */
  typed: DaysTyped
  writers: readonly { id: string; name: string }[]
}

/** What of the story is shown. All of it stands in the address, so that a page can be kept and sent to a colleague. */
export function StoryFilters({ base, filter, typed, writers }: Props) {
  const leftOut = daysLeftOut(typed)
  return (
    <form method="get" action={base} className="fp-filters fp-filters--two">
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="kind">
          Show
        </label>
        <select className="nhsuk-select" id="kind" name="kind" defaultValue={filter.kind ?? ''}>
          <option value="">Everything</option>
          {Object.entries(entryKinds).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="by">
          Written by
        </label>
        <select className="nhsuk-select" id="by" name="by" defaultValue={filter.by ?? ''}>
          <option value="">Everybody</option>
          {writers.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <DateField name="from" label="From" value={typed.from} optional />
      <DateField name="until" label="Until" value={typed.until} optional />
      {leftOut.length > 0 && <Notice kind="warning">{leftOut.join(' ')}</Notice>}
      <div className="nhsuk-form-group">
        <button className="fp-button-quiet" type="submit">
          Show these
        </button>{' '}
        {(isFiltered(filter) || leftOut.length > 0) && <Link href={base}>Show everything</Link>}
      </div>
    </form>
  )
}
