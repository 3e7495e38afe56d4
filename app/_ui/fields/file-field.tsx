'use client'

import { useField } from '../form-context'
import { FieldGroup, type FieldProps } from './field'

type Props = FieldProps & {
  /** For example '.csv,text/csv'. */
  accept?: string
}

export function FileField({ name, label, hint, optional, labelSize, accept }: Props) {
  const field = useField(name)
  return (
    <FieldGroup field={field} label={label} hint={hint} optional={optional} labelSize={labelSize}>
      <input
        className="nhsuk-file-upload"
        id={field.id}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={field.describedBy(hint)}
        aria-invalid={field.error ? true : undefined}
      />
    </FieldGroup>
  )
}
