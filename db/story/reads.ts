import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { notFound } from '@/lib/errors'
import type { EntryKind } from '@/lib/story/entry'
import type { Attendance, MeetingWay } from '@/lib/story/meeting'
import { storyOf } from './entries'
import { workersBeside } from './workers-beside'

const perPage = 25

export type Meeting = {
  id: string
  startsAt: Date
  minutes: number
  how: MeetingWay
  place: string
  with: string
  also: string | null
  whoElse: string
  attendance: Attendance | null
  attendanceWords: string
  version: number
}

const meetingText = `
  select m.id, m.starts_at as "startsAt", m.minutes, m.how, m.place, s.name as with, o.name as also, m.who_else as "whoElse",
    m.attendance, m.attendance_words as "attendanceWords", m.version
  from meetings m join staff s on s.partnership_id = m.partnership_id and s.id = m.with_staff_id
  left join staff o on o.partnership_id = m.partnership_id and o.id = m.also_staff_id
  where m.person_id = $1 and m.cancelled_at is null`

/** A page of the story, newest first, with the meetings that are still to come or need "who came" written down. */
export const story = read(
  'story',
  async (ctx, { personId, kind, page = 1 }: { personId: string; kind?: EntryKind; page?: number }) => {
    const identity = await identityOf(ctx, personId)
    const { entries, total } = await storyOf(ctx, personId, {
      kind,
      limit: perPage,
      offset: (page - 1) * perPage,
    })
    const { rows } = await ctx.client.query<Meeting>({
      name: 'meetings-open',
      text: `${meetingText} and m.attendance is null order by m.starts_at limit 10`,
      values: [personId],
    })
    return {
      actor: ctx.actor,
      identity,
      entries,
      meetings: rows,
      now: ctx.now,
      total,
      page,
      pages: Math.max(1, Math.ceil(total / perPage)),
    }
  },
)

/** What the form for a meeting offers. */
export const meetingChoices = read('meetings', async (ctx, { personId }: { personId: string }) => {
  const identity = await identityOf(ctx, personId)
  return {
    actor: ctx.actor,
    identity,
    today: ctx.today,
    beside: await workersBeside(ctx, identity.episode.id),
  }
})

/** One meeting, to say who came. */
export const meeting = read(
  'meeting',
  async (ctx, { personId, meetingId }: { personId: string; meetingId: string }) => {
    const identity = await identityOf(ctx, personId)
    if (!/^[0-9a-f-]{36}$/i.test(meetingId)) throw notFound()
    const { rows } = await ctx.client.query<Meeting>({
      name: 'meeting',
      text: `${meetingText} and m.id = $2`,
      values: [personId, meetingId],
    })
    if (!rows[0]) throw notFound()
    return { actor: ctx.actor, identity, meeting: rows[0] }
  },
)
