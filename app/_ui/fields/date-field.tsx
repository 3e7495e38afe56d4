'use client'

import { useField, useForm } from '../form-context'
import { type FieldProps, FieldsetGroup } from './field'

type Props = FieldProps & {
  /** A day as 'YYYY-MM-DD'. */
  value?: string
  /** Only for a date of birth, where the browser may know it. */
  birthday?: boolean
}

const boxes = [
  { part: 'day', label: 'Day', width: 2, autoComplete: 'bday-day' },
  { part: 'month', label: 'Month', width: 2, autoComplete: 'bday-month' },
  { part: 'year', label: 'Year', width: 4, autoComplete: 'bday-year' },
] as const

// Not lib/day: its calendar is too much to send to a phone for one line of text.
const inWords = (day: string) =>
  new Date(`${day}T00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** Three boxes, posted as `name-day`, `name-month` and `name-year`; `dayFromParts` makes them one day again. */
export function DateField({ name, label, hint, optional, labelSize, value, birthday }: Props) {
  const field = useField(name, value)
  const { values, errors } = useForm()
  const [year = '', month = '', day = ''] = field.value.split('-')
  const parts = { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
  const wrong = field.error ?? errors[`${name}-day`] ?? errors[`${name}-month`] ?? errors[`${name}-year`]
  const inBoxes = ['year', 'month', 'day'].map((part) =>
    String(values[`${name}-${part}`] ?? '').padStart(2, '0'),
  )
  const theirs = field.theirs && field.theirs !== inBoxes.join('-') ? inWords(field.theirs) : undefined
  return (
    <FieldsetGroup
      field={{ ...field, error: wrong, theirs }}
      label={label}
      hint={hint}
      optional={optional}
      labelSize={labelSize}
    >
      <div className="nhsuk-date-input">
        {boxes.map((box) => {
          const boxName = `${name}-${box.part}`
          const typed = values[boxName]
          const inError = errors[boxName] !== undefined || field.error !== undefined
          return (
            <div className="nhsuk-date-input__item" key={box.part}>
              <label
                className="nhsuk-label nhsuk-date-input__label"
                htmlFor={box.part === 'day' ? field.id : `${field.id}-${box.part}`}
              >
                {box.label}
              </label>
              <input
                className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${box.width}${inError ? ' nhsuk-input--error' : ''}`}
                id={box.part === 'day' ? field.id : `${field.id}-${box.part}`}
                name={boxName}
                type="text"
                inputMode="numeric"
                defaultValue={typeof typed === 'string' ? typed : parts[box.part]}
                aria-invalid={inError ? true : undefined}
                autoComplete={birthday ? box.autoComplete : 'off'}
              />
            </div>
          )
        })}
      </div>
    </FieldsetGroup>
  )
}
