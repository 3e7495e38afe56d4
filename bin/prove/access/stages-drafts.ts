import { deleteDraft } from '@/db/drafts/delete-draft'
import { saveDraft } from '@/db/drafts/save-draft'
import { newId } from '@/lib/id'
import { addRow } from '@/tests/build/record'
import { recordIn, type Scene, staged } from './scene'

/** A draft of a note, by whoever acts where it is their own, and by somebody of that team otherwise. */
export const draftIn = async (s: Scene) => {
  const { personId } = await recordIn(s)
  const draftId = await addRow('drafts', {
    partnership_id: s.place.p.id,
    staff_id: s.relation === 'own' ? s.actor.id : s.worker.id,
    form: 'note',
    person_id: personId,
    input: { words: s.word },
    by_window: newId(),
    turn: 1,
  })
  return { draftId, form: 'note' as const, personId }
}

/** Acts on what is typed and not saved yet. */
export const draftStages = [
  staged(saveDraft, async (s) => ({
    draftId: newId(),
    form: 'note' as const,
    personId: (await recordIn(s)).personId,
    version: 0,
    window: newId(),
    turn: 1,
    fields: { words: 'Said today.' },
  })),
  staged(deleteDraft, draftIn, { plain: true }),
]
