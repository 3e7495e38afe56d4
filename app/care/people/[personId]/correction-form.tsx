import type { ReactNode } from 'react'
import { Checkbox } from '@/app/_ui/fields/checkbox'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import type { FormAction } from '@/app/_ui/form-state'
import { newId } from '@/lib/id'

type Props = {
  action: FormAction
  hidden: Record<string, string>
  values?: Record<string, string>
  /** For what nobody wrote or gave: nothing stands in its place. */
  takeOut: { label: string; hint?: string }
  /** What was meant, where it is theirs to say. */
  children: ReactNode
}

/** Puts something in the record right: what was meant, or that it does not belong here, and always why. */
export function CorrectionForm({ action, hidden, values, takeOut, children }: Props) {
  return (
    <Form
      action={action}
      submit="Save correction"
      idempotencyKey={newId()}
      hidden={hidden}
      values={values}
      className="fp-form-page"
    >
      {children}
      <Checkbox name="takeOut" label={takeOut.label} hint={takeOut.hint} />
      <TextArea
        name="because"
        label="Why is it put right?"
        hint="What it said stays in the record, struck through, with this."
        rows={3}
      />
    </Form>
  )
}
