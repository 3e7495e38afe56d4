type Props = {
  name: string
  label: string
  value: string
  options: readonly (readonly [value: string, words: string])[]
}

/** One choice of a plain GET form: it stands in the address, and stays when the page is loaded again. */
export function FilterSelect({ name, label, value, options }: Props) {
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
      <select className="nhsuk-select" id={name} name={name} defaultValue={value}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
