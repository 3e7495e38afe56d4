import { newId } from '@/lib/id'
import type { PlanKind } from '@/lib/plans/plan'
import type { Episode, Worker } from './partnership'
import { addRow } from './record'

/** A version of a plan with one line, which is its id. */
export async function planVersion(
  episode: Episode,
  by: Worker,
  {
    kind = 'wellbeing',
    number = 1,
    words = 'A walk before bed',
  }: { kind?: PlanKind; number?: number; words?: string } = {},
): Promise<string> {
  const lineId = newId()
  await addRow('plan_versions', {
    partnership_id: by.partnershipId,
    person_id: episode.personId,
    episode_id: episode.id,
    kind,
    number,
    sections: JSON.stringify({ [kind === 'safety' ? 'byMyself' : 'keepsWell']: [{ id: lineId, words }] }),
    how: 'together',
    who_was_there: words,
    by_staff_id: by.id,
  })
  return lineId
}

/** A change that waits for the young person's yes. */
export const planProposal = (
  episode: Episode,
  by: Worker,
  words = 'A walk at noon',
  basedOn = 1,
): Promise<string> =>
  addRow('plan_proposals', {
    partnership_id: by.partnershipId,
    person_id: episode.personId,
    episode_id: episode.id,
    kind: 'wellbeing',
    based_on: basedOn,
    sections: JSON.stringify({ keepsWell: [{ id: newId(), words }] }),
    why: words,
    by_staff_id: by.id,
  })

/** A line shown to somebody who matters. */
export const lineShare = (
  episode: Episode,
  by: Worker,
  lineId: string,
  relationshipId: string,
): Promise<string> =>
  addRow('plan_line_shares', {
    partnership_id: by.partnershipId,
    person_id: episode.personId,
    kind: 'wellbeing',
    line_id: lineId,
    relationship_id: relationshipId,
    by_staff_id: by.id,
  })

/** A concern about safety, written by somebody else than whoever has it to read. */
export const concern = (episode: Episode, by: Worker, words = 'Nowhere to sleep tonight'): Promise<string> =>
  addRow('concerns', {
    partnership_id: by.partnershipId,
    person_id: episode.personId,
    episode_id: episode.id,
    noticed_on: '2026-03-05',
    words,
    seen_or_heard: words,
    done_now: words,
    young_person_knows: 'yes',
    by_staff_id: by.id,
  })
