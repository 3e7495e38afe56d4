'use client'

import type { ComponentProps } from 'react'
import { TextField } from './text-field'

type Props = Omit<ComponentProps<typeof TextField>, 'type' | 'inputMode' | 'value'> & {
  value?: number | string
  decimals?: boolean
}

/** A text box with a number pad: a number input changes when someone scrolls over it. */
export function NumberField({ value, decimals, width = 5, ...rest }: Props) {
  return (
    <TextField
      {...rest}
      width={width}
      value={value === undefined ? undefined : String(value)}
      inputMode={decimals ? 'decimal' : 'numeric'}
      spellCheck={false}
    />
  )
}
