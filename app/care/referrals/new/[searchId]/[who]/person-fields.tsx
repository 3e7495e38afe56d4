import { DateField } from '@/app/_ui/fields/date-field'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { noNhsNumberReasons } from '@/lib/people/identity'

/** Who they are: only for someone new. */
export function PersonFields() {
  return (
    <>
      <h2 className="fp-h2">The young person</h2>
      <TextField name="givenName" label="First name" width={20} spellCheck={false} />
      <TextField name="familyName" label="Last name" width={20} spellCheck={false} />
      <TextField name="knownAs" label="What they want to be called" optional width={20} spellCheck={false} />
      <TextField name="pronouns" label="Pronouns" hint="Such as she/her or they/them" optional width={20} />
      <DateField name="born" label="Date of birth" hint="For example, 14 5 2010" />
      <TextField
        name="nhsNumber"
        label="NHS number"
        hint="10 digits"
        optional
        width={20}
        inputMode="numeric"
      />
      <Select
        name="nhsNumberAbsent"
        label="If there is no NHS number, why?"
        empty="Choose a reason"
        options={Object.entries(noNhsNumberReasons).map(([value, label]) => ({ value, label }))}
      />
      <TextArea
        name="safeContact"
        label="How to contact them safely"
        hint="For example: text only, do not leave a voice message. Leave it empty when nobody has asked."
        optional
      />
    </>
  )
}
