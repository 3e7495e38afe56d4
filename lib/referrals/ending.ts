import { z } from 'zod'
import { addMonths, type Day, day, inWords } from '@/lib/day'
import { type EndingKind, endingKinds } from './referral'

export const ending = z.strictObject({
  how: z.enum(Object.keys(endingKinds) as [EndingKind, ...EndingKind[]], {
    error: 'Choose how it ended.',
  }),
  endedOn: day,
  words: z
    .string({ error: 'Write what was agreed, or what happened.' })
    .max(10_000, 'Use 10,000 letters or fewer.')
    .refine((text) => text.trim() !== '', { error: 'Write what was agreed, or what happened.' }),
})

/**
 * Why a hand-over under way stops with the ending: there is nobody left to hand over. Null where the two workers finish or
 * stop it themselves first, so that nobody waits for someone who left.
 */
export const handoverStopsBecause = (how: EndingKind): string | null =>
  how === 'died' ? 'The young person died.' : how === 'moved-away' ? 'The young person moved away.' : null

/** Until when they can come back without a new referral; nobody is invited back after a death. */
export const comeBackUntil = (how: EndingKind, endedOn: Day, months: number): Day | null =>
  how === 'died' ? null : addMonths(endedOn, months)

/** Whether someone whose time here ended may come back without a new referral, and if not, why. */
export const mayComeBack = (
  ended: { until: Day | null; died: boolean; cameBack: boolean },
  today: Day,
): { may: true } | { may: false; because: string } => {
  const no = (because: string) => ({ may: false as const, because })
  if (ended.died) return no('This young person has died.')
  if (ended.cameBack) return no('They have already come back.')
  if (ended.until === null) return no('No way back was promised. Make a new referral.')
  return today > ended.until
    ? no(`The way back was open until ${inWords(ended.until)}. Make a new referral.`)
    : { may: true }
}
