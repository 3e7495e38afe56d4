import { RadioGroup } from '@/app/_ui/fields/radio-group'

type Props = { others: number; knownAs: string; label: string }

/** Asked where several come to the same meeting. Everybody, unless somebody says that it is for this one alone. */
export function OthersToo({ others, knownAs, label }: Props) {
  if (others === 0) return null
  return (
    <RadioGroup
      name="othersToo"
      label={label}
      value="yes"
      options={[
        { value: 'yes', label: 'For everybody who comes to it' },
        { value: 'no', label: `Only for ${knownAs}` },
      ]}
    />
  )
}
