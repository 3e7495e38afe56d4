import { DateField } from '@/app/_ui/fields/date-field'
import { TextField } from '@/app/_ui/fields/text-field'

/** Who was told: name, role, for whom they work, day and time. */
export function ToldFields({ today }: { today?: string }) {
  return (
    <>
      <TextField name="toldName" label="Name" maxLength={200} />
      <TextField
        name="toldRole"
        label="Who they are"
        hint="For example, duty social worker"
        maxLength={200}
      />
      <TextField name="toldAgency" label="For whom they work" maxLength={200} />
      <DateField name="toldOn" label="Day they were told" value={today} />
      <TextField name="toldAt" label="Time they were told" hint="For example, 14:05" width={5} />
    </>
  )
}
