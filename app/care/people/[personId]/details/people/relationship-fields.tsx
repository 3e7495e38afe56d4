import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import type { Known } from '@/db/people/reads'
import { askedAnswers, relationships } from '@/lib/people/relationships'

const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** The questions about someone who matters. Nothing is chosen beforehand for a new one: "mother" says nothing about rights. */
export function RelationshipFields({ known, knownAs }: { known: Known | null; knownAs: string }) {
  return (
    <>
      <TextField name="name" label="Their name" value={known?.name} />
      <Select
        name="relationship"
        label={`Who they are to ${knownAs}`}
        options={options(relationships)}
        value={known?.relation}
        empty="Choose one"
      />
      <RadioGroup
        name="parentalResponsibility"
        label="Do they hold parental responsibility?"
        hint="Ask. It does not follow from being a mother or a father."
        options={options(askedAnswers)}
        value={known?.parentalResponsibility}
      />
      <RadioGroup
        name="livesWith"
        label={`Do they live with ${knownAs}?`}
        options={options(askedAnswers)}
        value={known?.livesWith ?? 'not-asked'}
      />
      <TextField name="phone" label="Phone" type="tel" value={known?.phone} width={20} optional />
      <TextArea
        name="contact"
        label="How to reach them"
        hint={`When it is safe, and what ${knownAs} wants them to know`}
        value={known?.contact}
        optional
      />
    </>
  )
}
