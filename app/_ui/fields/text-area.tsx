'use client'

import { useField } from '../form-context'
import { FieldGroup, type FieldProps } from './field'

type Props = FieldProps & { value?: string; rows?: number; lang?: string; maxLength?: number }

export function TextArea({
  name,
  label,
  hint,
  optional,
  labelSize,
  value,
  rows = 3,
  lang,
  maxLength,
}: Props) {
  const field = useField(name, value)
  return (
    <FieldGroup field={field} label={label} hint={hint} optional={optional} labelSize={labelSize}>
      <textarea
        className={`nhsuk-textarea${field.error ? ' nhsuk-textarea--error' : ''}`}
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={field.value}
        aria-describedby={field.describedBy(hint)}
        aria-invalid={field.error ? true : undefined}
        maxLength={maxLength}
        lang={lang}
      />
    </FieldGroup>
  )
}
