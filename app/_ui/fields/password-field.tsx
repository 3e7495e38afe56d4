'use client'

import { useState, useSyncExternalStore } from 'react'
import { useField } from '../form-context'
import { FieldGroup, type FieldProps } from './field'

type Props = FieldProps & { autoComplete?: 'current-password' | 'new-password' }

const never = () => () => {}

export function PasswordField({ name, label, hint, optional, labelSize, autoComplete }: Props) {
  const field = useField(name)
  const [shown, setShown] = useState(false)
  // The button needs JavaScript, so it is not in the page until there is some.
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <FieldGroup field={field} label={label} hint={hint} optional={optional} labelSize={labelSize}>
      <div className="fp-password">
        <input
          className={`nhsuk-input${field.error ? ' nhsuk-input--error' : ''}`}
          id={field.id}
          name={name}
          type={shown ? 'text' : 'password'}
          aria-describedby={field.describedBy(hint)}
          aria-invalid={field.error ? true : undefined}
          autoComplete={autoComplete ?? 'current-password'}
          autoCapitalize="none"
          spellCheck={false}
        />
        {ready && (
          <button
            className="fp-button-quiet"
            type="button"
            aria-label={shown ? 'Hide password' : 'Show password'}
            onClick={() => setShown(!shown)}
          >
            {shown ? 'Hide' : 'Show'}
          </button>
        )}
      </div>
    </FieldGroup>
  )
}
