import { z } from 'zod'
import { id } from '@/lib/id'
import { largestNumber, optionalText } from '@/lib/parse'
import { type PlanKind, planKind, type SectionKey, sectionKeys, sectionsOf, type Texts } from './plan'

const texts = Object.fromEntries(sectionKeys.map((key) => [key, optionalText])) as Record<
  SectionKey,
  typeof optionalText
>

/** A plan as a form sends it: the sections of its kind, and the number of the version the page was drawn with. */
export const typedPlan = z.strictObject({
  personId: id,
  kind: planKind,
  version: z.coerce.number({ error: 'Reload the page.' }).int().nonnegative().max(largestNumber),
  ...texts,
})

/** Only the sections of this kind of plan. */
export const textsIn = (kind: PlanKind, typed: Texts): Texts =>
  Object.fromEntries(sectionsOf(kind).map(({ key }) => [key, typed[key] ?? '']))
