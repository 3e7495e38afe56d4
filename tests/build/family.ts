import { newId } from '@/lib/id'
import type { AllowanceItem } from '@/lib/people/allowances'
import type { Partnership, Worker } from './partnership'
import { addRow } from './record'
import { sql } from './sql'

/** A parent or carer of a young person, recorded with or without parental responsibility. */
export const parentOf = (
  p: Partnership,
  personId: string,
  options: { name?: string; responsibility?: 'yes' | 'no' | 'not-asked' } = {},
): Promise<string> =>
  addRow('relationships', {
    partnership_id: p.id,
    person_id: personId,
    name: options.name ?? 'Kerry Whitlow',
    relation: 'mother',
    parental_responsibility: options.responsibility ?? 'yes',
  })

/** What a parent or carer is let see, by the young person's own yes. */
export const allowed = (
  by: Worker,
  { personId, relationshipId }: { personId: string; relationshipId: string },
  item: AllowanceItem,
  more: { itemId?: string; section?: string } = {},
): Promise<string> =>
  addRow('allowances', {
    partnership_id: by.partnershipId,
    person_id: personId,
    relationship_id: relationshipId,
    item,
    item_id: more.itemId ?? null,
    section: more.section ?? '',
    basis: 'own-yes',
    from_day: '2026-01-01',
    by_staff_id: by.id,
  })

/** A plan of theirs with these lines under one part. */
export const planWith = async (
  by: Worker,
  personId: string,
  section: string,
  lines: string[],
): Promise<string[]> => {
  const ids = lines.map(() => newId())
  await sql(
    `insert into plan_versions (partnership_id, id, person_id, kind, number, sections, how, by_staff_id)
     values ($1, $2, $3, 'wellbeing', 1 + coalesce((select max(number) from plan_versions where person_id = $3 and kind = 'wellbeing'), 0), $4, 'together', $5)`,
    [
      by.partnershipId,
      newId(),
      personId,
      JSON.stringify({ [section]: lines.map((words, i) => ({ id: ids[i], words })) }),
      by.id,
    ],
  )
  return ids
}
