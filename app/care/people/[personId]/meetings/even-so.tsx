'use client'

import { Checkbox } from '@/app/_ui/fields/checkbox'
import { useForm } from '@/app/_ui/form-context'

/** Somebody has another meeting then. It is a warning: whoever knows better ticks this and goes on. */
export function EvenSo({ label }: { label: string }) {
  const { errors, values } = useForm()
  if (!errors.evenSo && !values.evenSo) return null
  return <Checkbox name="evenSo" label={label} />
}
