import type { Ctx } from '@/db/door'
import { meetingChanges } from '@/db/schema/story'
import { newId } from '@/lib/id'
import type { HeldMeeting } from './meeting-held'

/** Writes down meetings as they were before a change, and why they are changed. */
export async function keepWhatItWas(
  ctx: Ctx,
  before: readonly HeldMeeting[],
  because: string,
): Promise<void> {
  await ctx.db.insert(meetingChanges).values(
    before.map((was) => ({
      partnershipId: ctx.actor.partnershipId,
      id: newId(),
      meetingId: was.id,
      episodeId: was.episodeId,
      personId: was.personId,
      startsAt: was.startsAt,
      minutes: was.minutes,
      how: was.how,
      place: was.place,
      withStaffId: was.withStaffId,
      alsoStaffId: was.alsoStaffId,
      whoElse: was.whoElse,
      contactWords: was.contactWords,
      attendance: was.attendance,
      attendanceWords: was.attendanceWords,
      because,
      byStaffId: ctx.actor.staffId,
    })),
  )
}
