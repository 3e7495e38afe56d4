import { DateField } from '@/app/_ui/fields/date-field'
import { NumberField } from '@/app/_ui/fields/number-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextField } from '@/app/_ui/fields/text-field'
import { type HelpLine, lineKinds } from '@/lib/help/lines'

type Props = { line?: HelpLine & { position: number }; next?: number }

/** The boxes of one help line. The day it was checked is never filled in from before: somebody has to have done it. */
export function LineFields({ line, next = 1 }: Props) {
  return (
    <>
      <TextField name="name" label="What it is called" value={line?.name} />
      <RadioGroup
        name="kind"
        label="How it is reached"
        inline
        value={line?.kind}
        options={Object.entries(lineKinds).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        name="contact"
        label="Number, or address of the page"
        hint="A page begins with https://"
        value={line?.contact}
      />
      <TextField
        name="textWord"
        label="Word to send, for a line by text"
        hint="For example SHOUT"
        value={line?.textWord}
        optional
      />
      <TextField
        name="hours"
        label="When somebody answers"
        hint="For example “Any time”"
        value={line?.hours}
      />
      <TextField
        name="words"
        label="What young people read about it"
        hint="Short and plain: “If you are under 19. Free.”"
        value={line?.words}
        optional
      />
      <NumberField name="position" label="Place in the list" value={String(line?.position ?? next)} />
      <DateField name="checkedOn" label="When did you ring or open it?" />
    </>
  )
}
