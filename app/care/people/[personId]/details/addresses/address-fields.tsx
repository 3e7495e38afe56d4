import { Checkbox } from '@/app/_ui/fields/checkbox'
import { DateField } from '@/app/_ui/fields/date-field'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { normalisePostcode } from '@/lib/places/postcode'

type Props = { address: { lines: string; postcode: string; from: string } | null }

export function AddressFields({ address }: Props) {
  const pseudo = address !== null && normalisePostcode(address.postcode).kind === 'pseudo'
  return (
    <>
      <DateField name="from" label="From which day" value={address?.from} />
      <TextArea name="lines" label="Address" value={address?.lines} optional />
      <TextField
        name="postcode"
        label="Postcode"
        hint="Leave it empty if you do not know it. Then the place stays unknown, and is shown so."
        value={pseudo ? '' : address?.postcode}
        width={10}
        spellCheck={false}
        optional
      />
      <Checkbox name="noFixedAddress" label="No fixed address" checked={pseudo} />
    </>
  )
}
