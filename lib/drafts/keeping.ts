import { type Day, dayOf, daysBetween } from '@/lib/day'

/** In days of London (design ruling 9). */
const draftDays = { remind: 3, tellLead: 7, forget: 14 } as const

type KeptDraft = {
  begun: Date
  saved: Date
  /** It is about a meeting that took place: never deleted by the clock. */
  ofMeetingHeld: boolean
}

/**
 * What becomes of a draft on a day: it waits, its writer is reminded, the team lead is told that one waits (never what is in
 * it), or it is deleted.
 */
export const standingOf = (
  { begun, saved, ofMeetingHeld }: KeptDraft,
  today: Day,
): 'waits' | 'remind' | 'tell-lead' | 'forget' => {
  if (!ofMeetingHeld) return daysBetween(dayOf(saved), today) >= draftDays.forget ? 'forget' : 'waits'
  const age = daysBetween(dayOf(begun), today)
  return age >= draftDays.tellLead ? 'tell-lead' : age >= draftDays.remind ? 'remind' : 'waits'
}
