import type { MeetingChange } from '@/db/story/meeting'
import { instantInWords } from '@/lib/day'
import { attendances } from '@/lib/story/meeting'
import { howInWords, whenInWords } from '../meeting-words'

/** What was said of a meeting before it was moved or corrected, struck through, with the reason. */
export function Before({ changes }: { changes: readonly MeetingChange[] }) {
  if (changes.length === 0) return null
  return (
    <section className="fp-section" aria-labelledby="before">
      <h2 id="before">What it was before</h2>
      <ul className="fp-todo">
        {changes.map((was) => (
          <li key={was.id}>
            <p>
              <s>
                {whenInWords(was.startsAt)}. {howInWords(was)}
                {was.attendance && ` ${attendances[was.attendance]}.`}
              </s>
            </p>
            <p>{was.because || 'Who came was corrected.'}</p>
            <p className="fp-quiet">
              {was.by}, {instantInWords(was.at)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
