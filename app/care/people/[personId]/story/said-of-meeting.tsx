import { Link } from '@/app/_ui/link'
import { Verbatim } from '@/app/_ui/verbatim'
import type { Entry } from '@/db/story/entries'
import { instantInWords } from '@/lib/day'
import { attendances, cancelReasons, meetingWays } from '@/lib/story/meeting'

type Props = { entry: Extract<Entry, { kind: 'meeting' }>; personId: string }

/** A meeting booked, moved or cancelled; who came to it, and what was put right about that. */
export function SaidOfMeeting({ entry, personId }: Props) {
  const how = `${meetingWays[entry.how].toLowerCase()}${entry.place && `, ${entry.place}`}${entry.whoElse && `, with ${entry.whoElse}`}`
  const when = instantInWords(new Date(entry.startsAt))
  const words = 'words' in entry && entry.words
  return (
    <>
      <p>
        {entry.what === 'held' && (
          <>
            Meeting: {how}.{' '}
            {entry.attendance ? (
              <b>{attendances[entry.attendance]}.</b>
            ) : (
              <Link href={`/care/people/${personId}/meetings/${entry.id}/attendance`}>Say who came</Link>
            )}
          </>
        )}
        {entry.what === 'booked' && `Meeting booked for ${when}: ${how}.`}
        {entry.what === 'cancelled' &&
          `Meeting of ${when} cancelled.${entry.because ? ` ${cancelReasons[entry.because]}.` : ''}`}
        {entry.what === 'moved' && (
          <>
            Meeting changed. It was{' '}
            <s>
              {when}, {how}
            </s>
            .
          </>
        )}
        {entry.what === 'put-right' && (
          <>
            Who came to the meeting of {when} put right. It said{' '}
            <s>{entry.attendance ? attendances[entry.attendance].toLowerCase() : 'nothing'}</s>.
          </>
        )}
      </p>
      {words && (
        <p>
          <Verbatim>{words}</Verbatim>
        </p>
      )}
    </>
  )
}
