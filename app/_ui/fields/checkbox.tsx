'use client'

import type { ReactNode } from 'react'
import { useField } from '../form-context'
import { FieldHelp, groupClass } from './field'

type Props = { name: string; label: ReactNode; hint?: ReactNode; value?: string; checked?: boolean }

/** One statement to tick; posts `value` ('yes' unless told) or nothing. */
export function Checkbox({ name, label, hint, value = 'yes', checked }: Props) {
  const field = useField(name, checked ? value : undefined)
  return (
    <div className={groupClass(field.error)}>
      <FieldHelp field={field} />
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            type="checkbox"
            id={field.id}
            name={name}
            value={value}
            defaultChecked={field.chosen.includes(value)}
            aria-describedby={field.describedBy(hint)}
            aria-invalid={field.error ? true : undefined}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={field.id}>
            {label}
          </label>
          {hint && (
            <div className="nhsuk-hint nhsuk-checkboxes__hint" id={field.hintId}>
              {hint}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
