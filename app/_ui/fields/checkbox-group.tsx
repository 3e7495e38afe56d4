'use client'

import { Fragment } from 'react'
import { useField } from '../form-context'
import { type FieldProps, FieldsetGroup } from './field'
import type { Option } from './options'

type Props = FieldProps & { options: readonly Option[]; value?: readonly string[]; large?: boolean }

export function CheckboxGroup({ name, options, value, large, ...rest }: Props) {
  const field = useField(name, value)
  return (
    <FieldsetGroup field={field} {...rest}>
      <div className={`nhsuk-checkboxes${large ? '' : ' nhsuk-checkboxes--small'}`}>
        {options.map((option, index) => {
          const id = index === 0 ? field.id : `${field.id}-${index}`
          return (
            <Fragment key={option.value}>
              <div className="nhsuk-checkboxes__item">
                <input
                  className="nhsuk-checkboxes__input"
                  type="checkbox"
                  id={id}
                  name={name}
                  value={option.value}
                  defaultChecked={field.chosen.includes(option.value)}
                  aria-describedby={option.hint ? `${id}-item-hint` : undefined}
                />
                <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
                  {option.label}
                </label>
                {option.hint && (
                  <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`${id}-item-hint`}>
                    {option.hint}
                  </div>
                )}
              </div>
              {option.reveals && (
                <div className="nhsuk-checkboxes__conditional fp-reveal">{option.reveals}</div>
              )}
            </Fragment>
          )
        })}
      </div>
    </FieldsetGroup>
  )
}
