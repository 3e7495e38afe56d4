'use client'

import { CheckboxGroup } from '@/app/_ui/fields/checkbox-group'
import { DateField } from '@/app/_ui/fields/date-field'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { useForm } from '@/app/_ui/form-context'

/** Day, time and kind are known already; they open where they must be put right. */
export function NoteWhen({
  summary,
  on,
  at,
  kind,
  kinds,
}: {
  summary: string
  on: string
  at: string
  kind: string
  kinds: readonly { value: string; label: string }[]
}) {
  const { errors } = useForm()
  const wrong = ['noteOn', 'noteAt', 'noteKind'].some((name) => errors[name])
  return (
    <details className="nhsuk-details" open={wrong || undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">
        <DateField name="noteOn" label="When did it happen?" value={on} />
        <TextField name="noteAt" label="Time" width={5} value={at} optional />
        <Select name="noteKind" label="What is the note about?" options={kinds} value={kind} />
      </div>
    </details>
  )
}

/** Will they read it? Yes, unless marked and explained. */
export function ForThem({ who, whom = who }: { who: string; whom?: string }) {
  return (
    <CheckboxGroup
      name="notForThem"
      label={`Will ${who} read it?`}
      hint="Yes, unless you mark it and say why."
      options={[
        {
          value: 'yes',
          label: `No, this is not for ${whom}`,
          reveals: <TextArea name="notForThemBecause" label="Why not?" rows={2} />,
        },
      ]}
    />
  )
}
