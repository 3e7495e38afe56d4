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
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="measure">
          Measure
        </label>
        <select className="nhsuk-select" id="measure" name="measure" defaultValue={measure}>
          {measureKeys.map((key) => (
            <option key={key} value={key}>
              {measureOf(key).words}
            </option>
          ))}
        </select>
      </div>
      <button className="fp-button-quiet" type="submit">
        Show
      </button>
    </form>
  )
}
