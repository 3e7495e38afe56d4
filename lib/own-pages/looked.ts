/** Which part of a record an act or a page is about, said to the young person. What is not named here is 'your record'. */
const about: readonly [RegExp, string][] = [
  [
    /^(goals?|goalsPrint|rating|recordRatings|undoRatings|correctRating|addGoal|endGoal|rankGoals|talkAboutGoal|closeReview|addStep|finishStep|reopenStep)$/,
    'your goals',
  ],
  [
    /^(plan|planVersion|planSharing|writePlan|proposePlanChange|withdrawProposal|shareLine|stopSharingLine)$/,
    'your plan',
  ],
  [/^(story|writeNote|correctNote|undoNote|noteForm)$/, 'your story'],
  [
    /^(meetings?|meetingsOf|room|bookMeeting|moveMeeting|cancelMeeting|startMeeting|recordMeeting|recordGroupMeeting|recordAttendance|meetingCalendar)$/,
    'your meetings',
  ],
  [
    /^(details|detailsForm|changeDetails|addressForm|addAddress|correctAddress|equalityForm|recordEquality|relationshipForm|addRelationship|changeRelationship)$/,
    'who you are and how to reach you',
  ],
  [/^(sharingForm|recordSharing|withdrawSharing|familyOf|allowFamily|endAllowance)$/, 'who can see this'],
]

/** 'your goals', 'your plan', or 'your record' where the page says no more. */
const partLookedAt = (act: string): string => about.find(([names]) => names.test(act))?.[1] ?? 'your record'

export type Look = { name: string; role: string | null; act: string; at: Date; inNeed: boolean }

/** What one person looked at on one day: the parts once each, the newest time. */
export type LookOfDay = { key: string; name: string; parts: string[]; at: Date; inNeed: boolean }

/** Looks by person and day, the newest first, so that somebody who opened ten pages in a morning is one line. */
export function looksByDay(looks: readonly Look[], dayOf: (at: Date) => string): LookOfDay[] {
  const found = new Map<string, LookOfDay>()
  for (const look of looks) {
    const key = `${look.name} ${dayOf(look.at)}`
    const one = found.get(key) ?? { key, name: look.name, parts: [], at: look.at, inNeed: false }
    const part = partLookedAt(look.act)
    if (!one.parts.includes(part)) one.parts.push(part)
    if (look.at > one.at) one.at = look.at
    one.inNeed ||= look.inNeed
    found.set(key, one)
  }
  // 'your record' adds nothing where a part of it is named.
  for (const one of found.values())
    if (one.parts.length > 1) one.parts = one.parts.filter((part) => part !== 'your record')
  return [...found.values()].sort((a, b) => Number(b.at) - Number(a.at))
}
