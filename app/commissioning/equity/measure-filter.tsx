import { FilterSelect } from '@/app/_ui/filter-select'
import { type MeasureKey, measureKeys, measureOf } from '@/lib/reporting/measures'

/** One filter at a time, in the address: a plain GET form. */
export function MeasureFilter({ measure }: { measure: MeasureKey }) {
  return (
    <form
      className="fp-filters fp-filters--one"
      method="get"
      action="/commissioning/equity"
      aria-label="Choose what to show"
    >
      <FilterSelect
        name="measure"
        label="Measure"
        value={measure}
        options={measureKeys.map((key) => [key, measureOf(key).words])}
      />
      <button className="fp-button-quiet" type="submit">
        Show
      </button>
    </form>
  )
}
