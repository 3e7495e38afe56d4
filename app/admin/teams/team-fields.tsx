import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextField } from '@/app/_ui/fields/text-field'
import { teamKinds } from '@/lib/organisations/team'

const hints = {
  clinical: 'For example a mental health team of an NHS trust',
  community: 'For example youth facilitators of a charity',
} as const

/** What a team is called and does: for a new one, and to change one. */
export function TeamFields() {
  return (
    <>
      <TextField name="name" label="Name of the team" />
      <RadioGroup
        name="kind"
        label="Kind of team"
        options={(['clinical', 'community'] as const).map((kind) => ({
          value: kind,
          label: teamKinds[kind],
          hint: hints[kind],
        }))}
      />
    </>
  )
}
