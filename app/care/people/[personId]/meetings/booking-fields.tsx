import { DateField } from '@/app/_ui/fields/date-field'
import { NumberField } from '@/app/_ui/fields/number-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Select } from '@/app/_ui/fields/select'
import { TextField } from '@/app/_ui/fields/text-field'
import type { Booking } from '@/db/story/book'
import type { Beside } from '@/db/story/workers-beside'
import { meetingWays } from '@/lib/story/meeting'

const ways = Object.entries(meetingWays).map(([value, label]) => ({ value, label }))

type Props = {
  knownAs: string
  beside: readonly Beside[]
  values: Partial<Omit<Booking, 'minutes'>> & { minutes?: number }
  /** The name of a field, where the form has others of the same kind. */
  named?: (field: string) => string
}

/** When, where and who: the same questions whenever a meeting is booked or moved. */
export function BookingFields({ knownAs, beside, values, named = (field) => field }: Props) {
  const workers = beside.map((worker) => ({ value: worker.id, label: `${worker.name}, ${worker.team}` }))
  const among = (id: string | undefined) => beside.find((worker) => worker.id === id)?.id
  return (
    <>
      <DateField name={named('on')} label="Day" value={values.on} />
      <TextField name={named('at')} label="Time" hint="For example, 14:05" width={5} value={values.at} />
      <NumberField name={named('minutes')} label="Minutes" value={values.minutes ?? 50} />
      <RadioGroup name={named('how')} label="How will you meet?" options={ways} value={values.how} />
      <TextField
        name={named('place')}
        label="Where?"
        hint="A place they chose, if they did"
        value={values.place}
        optional
      />
      <TextField
        name={named('contactWords')}
        label="How do you reach each other?"
        hint="For example, a number to ring, or a link for the call"
        value={values.contactWords}
        optional
      />
      <Select
        name={named('withStaffId')}
        label={`Who meets ${knownAs}?`}
        options={workers}
        value={among(values.withStaffId) ?? beside[0]?.id}
      />
      <Select
        name={named('alsoStaffId')}
        label="Who else of us?"
        options={workers}
        empty="Nobody else"
        value={among(values.alsoStaffId) ?? ''}
        optional
      />
      <TextField name={named('whoElse')} label="Who else comes with them?" value={values.whoElse} optional />
    </>
  )
}
