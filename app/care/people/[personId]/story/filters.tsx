import { DateField } from '@/app/_ui/fields/date-field'
import { FilterSelect } from '@/app/_ui/filter-select'
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
      <FilterSelect
        name="kind"
        label="Show"
        value={filter.kind ?? ''}
        options={[['', 'Everything'], ...Object.entries(entryKinds)]}
      />
      <FilterSelect
        name="by"
        label="Written by"
        value={filter.by ?? ''}
        options={[['', 'Everybody'], ...writers.map(({ id, name }) => [id, name] as const)]}
      />
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
