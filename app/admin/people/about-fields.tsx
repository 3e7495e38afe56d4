import { Select } from '@/app/_ui/fields/select'
import { TextField } from '@/app/_ui/fields/text-field'

type Props = { organisations: readonly { id: string; name: string }[] }

/** Who somebody is: for somebody new, and to put a mistake right. */
export function AboutFields({ organisations }: Props) {
  return (
    <>
      <TextField name="name" label="Full name" spellCheck={false} />
      <TextField
        name="email"
        label="E-mail address"
        hint="They sign in with it."
        type="email"
        spellCheck={false}
      />
      <TextField name="jobTitle" label="Job title" optional />
      <Select
        name="organisationId"
        label="Organisation"
        empty="Choose an organisation"
        options={organisations.map((one) => ({ value: one.id, label: one.name }))}
      />
    </>
  )
}
