'use client'

import { Fragment } from 'react'
import { useField } from '../form-context'
import { type FieldProps, FieldsetGroup } from './field'
import type { Option } from './options'

type Props = FieldProps & {
  options: readonly Option[]
  value?: string
  inline?: boolean
  /** The large NHS circles, for a question that has a page to itself. */
  large?: boolean
}

/** Nothing is chosen for anyone: without `value` no option is preselected. */
export function RadioGroup({ name, options, value, inline, large, ...rest }: Props) {
  const field = useField(name, value)
  const kind = `nhsuk-radios${large ? '' : ' nhsuk-radios--small'}${inline ? ' nhsuk-radios--inline' : ''}`
  return (
    <FieldsetGroup field={field} {...rest}>
      <div className={kind}>
        {options.map((option, index) => {
          const id = index === 0 ? field.id : `${field.id}-${index}`
          return (
            <Fragment key={option.value}>
              <div className="nhsuk-radios__item">
                <input
                  className="nhsuk-radios__input"
                  type="radio"
                  id={id}
                  name={name}
                  value={option.value}
                  defaultChecked={field.value === option.value}
                  aria-describedby={option.hint ? `${id}-item-hint` : undefined}
                />
                <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>
                  {option.label}
                </label>
                {option.hint && (
                  <div className="nhsuk-hint nhsuk-radios__hint" id={`${id}-item-hint`}>
                    {option.hint}
                  </div>
                )}
              </div>
              {option.reveals && <div className="nhsuk-radios__conditional fp-reveal">{option.reveals}</div>}
            </Fragment>
          )
        })}
      </div>
    </FieldsetGroup>
  )
}
