import { DateField } from '@/app/_ui/fields/date-field'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { sources } from '@/lib/referrals/referral'

/** What was asked for, by whom and why. */
export function ReferralFields({ teams }: { teams: readonly { id: string; name: string }[] }) {
  return (
    <>
      <h2 className="fp-h2">The referral</h2>
      <TextField
        name="postcode"
        label="Postcode where they live now"
        hint="Leave it empty if it is not known, or not safe to write down."
        optional
        width={10}
        spellCheck={false}
      />
      <DateField name="referredOn" label="Day of the referral" />
      <Select
        name="source"
        label="Who made it?"
        empty="Choose from the list"
        options={Object.entries(sources).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="referredBy" label="Their name and role" optional width={30} />
      <TextField
        name="reference"
        label="Their number for this referral"
        optional
        width={20}
        spellCheck={false}
      />
      <TextArea
        name="words"
        label="Why, in their own words"
        hint="The words of the young person or of whoever made the referral. They are kept as written."
        optional
        rows={6}
      />
      <Select
        name="teamId"
        label="For which team?"
        empty="Choose a team"
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}
