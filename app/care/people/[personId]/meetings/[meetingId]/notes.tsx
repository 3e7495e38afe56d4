import { Verbatim } from '@/app/_ui/verbatim'
import type { MeetingNote } from '@/db/story/meeting'
import { instantInWords } from '@/lib/day'
import { noteKinds } from '@/lib/story/note'

/** What was written at a meeting, and whether they read it. */
export function Notes({ notes, knownAs }: { notes: readonly MeetingNote[]; knownAs: string }) {
  if (notes.length === 0) return null
  return (
    <section className="fp-section" aria-labelledby="notes">
      <h2 id="notes">{notes.length === 1 ? 'Note' : 'Notes'}</h2>
      {notes.map((note) => (
        <div className="fp-card" key={note.id}>
          <p className="fp-quiet fp-small">
            {noteKinds[note.kind]}. {note.by}, {instantInWords(note.at)}.{' '}
            {note.forThem
              ? `${knownAs} can read it.`
              : `${knownAs} does not read it: ${note.notForThemBecause}`}
          </p>
          <p>
            <Verbatim>{note.words}</Verbatim>
          </p>
        </div>
      ))}
    </section>
  )
}
