import { TextArea } from '@/app/_ui/fields/text-area'
import { type PlanKind, type Sections, sectionsOf, textsFrom } from '@/lib/plans/plan'

/** One box for each part of a plan, one line in each row. */
export function PlanFields({ kind, sections }: { kind: PlanKind; sections: Sections }) {
  const texts = textsFrom(kind, sections)
  return sectionsOf(kind).map(({ key, title, ask }) => (
    <TextArea key={key} name={key} label={title} hint={ask} value={texts[key]} rows={4} optional />
  ))
}
