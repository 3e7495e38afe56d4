import { cancelMeeting } from '@/db/story/cancel-meeting'
import { moveMeeting } from '@/db/story/move-meeting'
import { recordGroupMeeting } from '@/db/story/record-group-meeting'
import { recordMeeting } from '@/db/story/record-meeting'
import { startMeeting } from '@/db/story/start-meeting'
import { addDays, dayOf } from '@/lib/day'
import { versionsOf } from '@/lib/story/group'
import { recordIn, type Scene, staged } from './scene'

const today = dayOf(new Date())

/** A meeting a day away, or one that is over and waits to be written down. */
const withMeeting = async (s: Scene, days: number) => {
  const record = await recordIn(s)
  const meetingId = await record.meeting(new Date(Date.now() + days * 86_400_000))
  return { personId: record.personId, meetingId }
}

/** Meetings: moved, cancelled, started and written down. */
export const roomStages = [
  staged(moveMeeting, async (s) => ({
    ...(await withMeeting(s, 1)),
    version: 1,
    on: addDays(today, 7),
    at: '14:00',
    how: 'face-to-face' as const,
    withStaffId: s.worker.id,
    because: 'They asked.',
  })),
  staged(cancelMeeting, async (s) => ({
    ...(await withMeeting(s, 1)),
    version: 1,
    because: 'they-asked' as const,
  })),
  staged(startMeeting, (s) => withMeeting(s, -1)),
  staged(recordMeeting, async (s) => ({
    ...(await withMeeting(s, -1)),
    version: '1',
    attendance: 'came' as const,
    noteOn: today,
    noteKind: 'meeting' as const,
    noteWords: 'Said today.',
  })),
  staged(recordGroupMeeting, async (s) => {
    const { personId, meetingId } = await withMeeting(s, -1)
    return {
      personId,
      meetingId,
      version: versionsOf([{ personId, version: 1 }]),
      [`attendance-${personId}`]: 'came',
    }
  }),
]
