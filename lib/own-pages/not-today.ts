import type { NotTodayReason } from '@/lib/goals/rating'

/** Why there is no number today, as they would say it. */
export const ownNotToday: Record<NotTodayReason, string> = {
  'no-time': 'I have no time',
  'did-not-want-to': 'I do not want to',
  'too-hard-today': 'It is too hard today',
  'no-longer-fits': 'This goal is not right any more',
}
