import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Notice } from '@/app/_ui/notice'
import { OwnWords } from '@/app/_ui/own-words'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { noteForm } from '@/db/story/reads'
import { inWords } from '@/lib/day'
import { CorrectionForm } from '../../../correction-form'
import { correctNote } from './actions'

type Props = { params: Promise<{ personId: string; noteId: string }> }

export const metadata = { title: 'Correct a note' }

export default async function CorrectNote({ params }: Props) {
  const { personId, noteId } = await params
  const base = `/care/people/${personId}/story`
  const { actor, identity, note } = await load(noteForm, { personId, noteId }, `${base}/notes/${noteId}`)
  const mine = note.byId === actor.staffId
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <BackLink href={base}>Back to {identity.knownAs}’s story</BackLink>
      {note.corrected ? (
        <>
          <PageHeading>Correct a note</PageHeading>
          <Notice kind="warning">
            This note was {note.corrected.undo ? 'taken back' : 'put right'} already. The story shows what
            stands.
          </Notice>
        </>
      ) : (
        <CorrectionForm
          action={correctNote}
          hidden={{ personId, noteId }}
          takeOut={{
            label: 'Take it out: it does not belong in this record',
            hint: 'For a note that was written about somebody else, or twice.',
          }}
        >
          <PageHeading>Correct a note</PageHeading>
          <OwnWords who={`${note.by}, ${inWords(note.happenedOn)}`}>{note.words}</OwnWords>
          {mine ? (
            <TextArea name="words" label="What was meant" rows={8} value={note.words} />
          ) : (
            <p>
              The words of a note are corrected by whoever wrote them. You can take it out where it does not
              belong.
            </p>
          )}
        </CorrectionForm>
      )}
    </RecordPage>
  )
}
