'use client'

import { useField } from '../form-context'
import { FieldGroup, type FieldProps } from './field'

type Props = FieldProps & {
  options: readonly { value: string; label: string }[]
  value?: string
  /** The words of the empty first choice; leave out where one option is always chosen. */
  empty?: string
}

export function Select({ name, label, hint, optional, labelSize, options, value, empty }: Props) {
  const field = useField(name, value)
  return (
    <FieldGroup field={field} label={label} hint={hint} optional={optional} labelSize={labelSize}>
      <select
        className={`nhsuk-select${field.error ? ' nhsuk-select--error' : ''}`}
        id={field.id}
        name={name}
        defaultValue={field.value}
        aria-describedby={field.describedBy(hint)}
        aria-invalid={field.error ? true : undefined}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldGroup>
  )
}
