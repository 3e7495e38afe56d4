'use client'

import { useField } from '../form-context'
import { FieldGroup, type FieldProps } from './field'

type Props = FieldProps & {
  /** Not 'search': the NHS rules draw its clear button with a picture that we do not carry. */
  type?: 'text' | 'email' | 'tel' | 'time' | 'url'
  value?: string
  /** Characters that fit; a hint to the eye about how much is wanted. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel'
  maxLength?: number
  spellCheck?: boolean
  lang?: string
}

export function TextField({ name, type = 'text', value, width, lang, ...rest }: Props) {
  const { label, hint, optional, labelSize, autoComplete, inputMode, maxLength, spellCheck } = rest
  const field = useField(name, value)
  return (
    <FieldGroup field={field} label={label} hint={hint} optional={optional} labelSize={labelSize}>
      <input
        className={`nhsuk-input${width ? ` nhsuk-input--width-${width}` : ''}${field.error ? ' nhsuk-input--error' : ''}`}
        id={field.id}
        name={name}
        type={type}
        defaultValue={field.value}
        aria-describedby={field.describedBy(hint)}
        aria-invalid={field.error ? true : undefined}
        autoComplete={autoComplete ?? 'off'}
        inputMode={inputMode}
        maxLength={maxLength}
        spellCheck={spellCheck}
        lang={lang}
      />
    </FieldGroup>
  )
}
