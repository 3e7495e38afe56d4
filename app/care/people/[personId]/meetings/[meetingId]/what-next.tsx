import { Link } from '@/app/_ui/link'
import { OwnWords } from '@/app/_ui/own-words'
import type { MeetingTask } from '@/db/story/meeting'
import type { Meeting } from '@/db/story/meeting-row'
import { inWords } from '@/lib/day'
import { howInWords, whenInWords } from '../meeting-words'

type Props = {
  meeting: Meeting
  /** The meetings agreed at this one, each with who is busy then. */
  next: readonly (Meeting & { busy: readonly string[] })[]
  tasks: readonly MeetingTask[]
  base: string
}

/** What was agreed for afterwards: a meeting, something to do, or nothing on purpose. */
export function WhatNext({ meeting, next, tasks, base }: Props) {
  return (
    <section className="fp-section" aria-labelledby="next">
      <h2 id="next">What happens next</h2>
      {next.length + tasks.length === 0 && !meeting.nothingNext && (
        <p className="fp-quiet">
          Nothing was said about it. <Link href={`${base}/meetings/new`}>Book a meeting</Link>
        </p>
      )}
      <ul className="fp-todo">
        {next.map((one) => (
          <li key={one.id}>
            <p>
              <Link href={`${base}/meetings/${one.id}`}>{whenInWords(one.startsAt)}</Link>. {howInWords(one)}
            </p>
            {one.busy.map((sentence) => (
              <p key={sentence}>
                {sentence} <Link href={`${base}/meetings/${one.id}/move`}>Move it</Link>
              </p>
            ))}
          </li>
        ))}
        {tasks.map((task) => (
          <li key={task.id}>
            <p>
              {task.who}: {task.words}
              {task.dueOn && ` By ${inWords(task.dueOn)}.`} {task.done && 'Done.'}
            </p>
          </li>
        ))}
        {meeting.nothingNext && (
          <li>
            <p>Nothing is booked, on purpose.</p>
            {meeting.nothingNextBecause && <OwnWords>{meeting.nothingNextBecause}</OwnWords>}
          </li>
        )}
      </ul>
    </section>
  )
}
