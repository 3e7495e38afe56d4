'use client'

import type { ReactNode } from 'react'
import type { useField } from '../form-context'
import { useMounted } from '../use-mounted'

type LabelSize = 'plain' | 'small' | 'medium' | 'large'

/** What every field may be given. Everything is plain data, so that server pages can place fields as children. */
export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  optional?: boolean
  labelSize?: LabelSize
}

const labelClasses: Record<LabelSize, string> = {
  plain: '',
  small: 'fp-h4',
  medium: 'fp-h3',
  large: 'fp-h2',
}

const labelClass = (size: LabelSize = 'small') => labelClasses[size]

function LabelText({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) {
  return (
    <>
      {label}
      {optional && <span className="fp-optional"> (optional)</span>}
    </>
  )
}

type Field = ReturnType<typeof useField>

/** Hint, the other person's text after a conflict, and the error, in reading order. */
export function FieldHelp({ field, hint, takes }: { field: Field; hint?: ReactNode; takes?: boolean }) {
  return (
    <>
      {hint && (
        <div className="nhsuk-hint" id={field.hintId}>
          {hint}
        </div>
      )}
      <Theirs field={field} takes={takes} />
      {field.error && <FieldError id={field.errorId} text={field.error} />}
    </>
  )
}

/** What the record, or another window, says now where it differs. */
export function Theirs({ field, takes }: { field: Field; takes?: boolean }) {
  const mounted = useMounted()
  if (field.theirs === undefined) return null
  return (
    <div className="fp-theirs">
      <div id={field.theirsId}>
        <span className="fp-theirs__who">{field.theirsSays}</span>
        <span className="fp-theirs__text">{field.theirs || 'nothing'}</span>
      </div>
      {takes && mounted && (
        <button
          className="fp-link-button fp-small"
          type="button"
          aria-describedby={field.theirsId}
          onClick={() => take(field)}
        >
          Use these words
        </button>
      )}
      <span className="fp-theirs__who">Yours</span>
    </div>
  )
}

/** As if it had been typed: a draft is kept of it too. */
const take = ({ id, theirs = '' }: Field) => {
  const control = document.getElementById(id)
  if (!control || !('value' in control)) return
  control.value = theirs
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.focus()
}

export function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <span className="nhsuk-error-message" id={id}>
      <span className="nhsuk-u-visually-hidden">Error:</span> {text}
    </span>
  )
}

export const groupClass = (error: string | undefined) =>
  error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'

/** A single control under its label. */
export function FieldGroup({
  field,
  label,
  hint,
  optional,
  labelSize,
  children,
}: Omit<FieldProps, 'name'> & { field: Field; children: ReactNode }) {
  return (
    <div className={groupClass(field.error)}>
      <label className={`nhsuk-label ${labelClass(labelSize)}`} htmlFor={field.id}>
        <LabelText label={label} optional={optional} />
      </label>
      <FieldHelp field={field} hint={hint} takes />
      {children}
    </div>
  )
}

/** Several controls under one question. */
export function FieldsetGroup({
  field,
  label,
  hint,
  optional,
  labelSize,
  children,
}: Omit<FieldProps, 'name'> & { field: Field; children: ReactNode }) {
  return (
    <div className={groupClass(field.error)}>
      <fieldset className="nhsuk-fieldset" aria-describedby={field.describedBy(hint)}>
        <legend className={`nhsuk-fieldset__legend ${labelClass(labelSize)}`}>
          <LabelText label={label} optional={optional} />
        </legend>
        <FieldHelp field={field} hint={hint} />
        {children}
      </fieldset>
    </div>
  )
}
