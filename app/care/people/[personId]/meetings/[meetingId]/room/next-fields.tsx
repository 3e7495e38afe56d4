import { CheckboxGroup } from '@/app/_ui/fields/checkbox-group'
import { DateField } from '@/app/_ui/fields/date-field'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Link } from '@/app/_ui/link'
import type { Meeting } from '@/db/story/meeting-row'
import type { Beside } from '@/db/story/workers-beside'
import { addDays, type Day, dayOf, timeInWords } from '@/lib/day'
import { nextSteps } from '@/lib/story/room'
import { meetingAddress } from '../../address'
import { BookingFields } from '../../booking-fields'
import { howInWords, whenInWords } from '../../meeting-words'

type Props = {
  personId: string
  knownAs: string
  meeting: Meeting
  /** The next one that is booked already. */
  booked: Meeting | null
  beside: readonly Beside[]
  today: Day
}

const named = (field: string) => `next${field.charAt(0).toUpperCase()}${field.slice(1)}`

/** What happens next: another meeting as this one was, a week on; something for somebody to do; or nothing, on purpose. */
export function NextFields({ personId, knownAs, meeting, booked, beside, today }: Props) {
  const aWeekOn = addDays(dayOf(meeting.startsAt), 7)
  return (
    <>
      {booked && (
        <p>
          Booked already:{' '}
          <Link href={meetingAddress({ personId, meetingId: booked.id })}>
            {whenInWords(booked.startsAt)}
          </Link>
          . {howInWords(booked)}
        </p>
      )}
      <CheckboxGroup
        name="next"
        label="What happens next?"
        hint="More than one is possible."
        labelSize="medium"
        options={[
          {
            value: 'meeting',
            label: nextSteps.meeting,
            reveals: (
              <BookingFields
                knownAs={knownAs}
                beside={beside}
                named={named}
                values={{
                  on: aWeekOn > today ? aWeekOn : addDays(today, 7),
                  at: timeInWords(meeting.startsAt),
                  minutes: meeting.minutes,
                  how: meeting.how,
                  place: meeting.place,
                  contactWords: meeting.contactWords,
                  withStaffId: meeting.withStaffId,
                  alsoStaffId: meeting.alsoStaffId ?? undefined,
                  whoElse: meeting.whoElse,
                }}
              />
            ),
          },
          {
            value: 'task',
            label: nextSteps.task,
            reveals: (
              <>
                <Select
                  name="taskForStaffId"
                  label="Who?"
                  options={beside.map((worker) => ({
                    value: worker.id,
                    label: `${worker.name}, ${worker.team}`,
                  }))}
                  value={beside[0]?.id}
                />
                <TextArea name="taskWords" label="What is there to do?" rows={2} />
                <DateField name="taskDueOn" label="By when?" optional />
              </>
            ),
          },
          {
            value: 'nothing',
            label: nextSteps.nothing,
            reveals: (
              <TextArea
                name="nothingBecause"
                label="Why, and who gets in touch?"
                hint={`For example, ${knownAs} texts when the exams are over.`}
                rows={2}
                optional
              />
            ),
          },
        ]}
      />
    </>
  )
}
