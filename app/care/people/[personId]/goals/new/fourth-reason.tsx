'use client'

import { TextArea } from '@/app/_ui/fields/text-area'
import { useForm } from '@/app/_ui/form-context'

/** Asked when three are open already: known on opening the page, or found on saving. */
export function FourthReason({ asked }: { asked: boolean }) {
  const { errors, values } = useForm()
  if (!asked && !errors.fourthBecause && !values.fourthBecause) return null
  return <TextArea name="fourthBecause" label="Why does a fourth goal help?" rows={2} />
}
