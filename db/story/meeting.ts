import type { Ctx } from '@/db/door'
import { goalsOfPerson } from '@/db/goals/of-person'
import { undoable } from '@/db/goals/rating-sheet'
import { type Identity, identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import type { Attendance, MeetingWay } from '@/lib/story/meeting'
import type { NoteKind } from '@/lib/story/note'
import { clashesOf } from './clashes'
import { findMeeting, type Meeting, meetingText } from './meeting-row'
import { workersBeside } from './workers-beside'

type One = { personId: string; meetingId: string }

/** One meeting with everything that hangs on it: what it was before, what was written, what happens next. */
export const meeting = read('meeting', async (ctx, { personId, meetingId }: One) => {
  const identity = await identityOf(ctx, personId)
  const found = await findMeeting(ctx, personId, meetingId)
  ctx.about({ recordId: meetingId })
  const values = [meetingId]
  const changes = await ctx.client.query<MeetingChange>({
    name: 'meeting changes',
    text: changesText,
    values,
  })
  const notes = await ctx.client.query<MeetingNote>({ name: 'meeting notes', text: notesText, values })
  const tasks = await ctx.client.query<MeetingTask>({ name: 'meeting tasks', text: tasksText, values })
  const next = await ctx.client.query<Meeting>({
    name: 'meeting next',
    text: `${meetingText} and m.after_id = $2 and m.cancelled_at is null order by m.starts_at limit 3`,
    values: [personId, meetingId],
  })
  const coming = []
  for (const one of next.rows) coming.push({ ...one, busy: await busyAt(ctx, identity, one) })
  const goals = found.sheetId ? await goalsOfPerson(ctx, personId, identity.knownAs) : []
  const rated = goals.filter((goal) =>
    goal.ratings.some((rating) => rating.sheetId === found.sheetId && !rating.corrected),
  )
  return {
    actor: ctx.actor,
    identity,
    today: ctx.today,
    now: ctx.now,
    meeting: found,
    beside: await workersBeside(ctx, identity.episode.id),
    changes: changes.rows,
    notes: notes.rows,
    tasks: tasks.rows,
    next: coming,
    rated,
    /** The ratings of this meeting, while whoever looks may still take them back. */
    undo: undoable(ctx, rated),
    busy: await busyAt(ctx, identity, found),
  }
})

export type MeetingChange = {
  id: string
  startsAt: Date
  how: MeetingWay
  place: string
  with: string
  also: string | null
  attendance: Attendance | null
  because: string
  by: string
  at: Date
}
const changesText = `
  select x.id, x.starts_at as "startsAt", x.how, x.place, s.name as with, o.name as also, x.attendance, x.because,
    b.name as by, x.made_at as at
  from meeting_changes x
  join staff s on s.partnership_id = x.partnership_id and s.id = x.with_staff_id
  left join staff o on o.partnership_id = x.partnership_id and o.id = x.also_staff_id
  join staff b on b.partnership_id = x.partnership_id and b.id = x.by_staff_id
  where x.meeting_id = $1 order by x.made_at desc, x.id desc`

export type MeetingNote = {
  id: string
  kind: NoteKind
  words: string
  forThem: boolean
  notForThemBecause: string
  by: string
  at: Date
}
const notesText = `
  select n.id, n.kind, n.words, n.for_them as "forThem", n.not_for_them_because as "notForThemBecause", s.name as by, n.made_at as at
  from notes n join staff s on s.partnership_id = n.partnership_id and s.id = n.by_staff_id
  where n.meeting_id = $1 and not exists (
    select from corrections c where c.partnership_id = n.partnership_id and c.record_id = n.id)
  order by n.made_at, n.id`

export type MeetingTask = { id: string; words: string; who: string; dueOn: string | null; done: boolean }
const tasksText = `
  select t.id, t.words, s.name as who, t.due_on as "dueOn", t.done_at is not null as done
  from tasks t join staff s on s.partnership_id = t.partnership_id and s.id = t.for_staff_id
  where t.meeting_id = $1 order by t.made_at, t.id`

/** Of a meeting still to come: who has another one then. */
const busyAt = async (ctx: Ctx, identity: Identity, one: Meeting): Promise<string[]> => {
  if (one.cancelledAt || one.attendance || one.startedAt || one.startsAt < ctx.now) return []
  const workers = [{ id: one.withStaffId, name: one.with }]
  if (one.alsoStaffId) workers.push({ id: one.alsoStaffId, name: one.also ?? '' })
  const together = await ctx.client.query<{ id: string }>({
    name: 'meetings together',
    text: 'select x.id from meetings m join meetings x on x.together_id = m.together_id where m.id = $1',
    values: [one.id],
  })
  return clashesOf(ctx, {
    startsAt: one.startsAt,
    minutes: one.minutes,
    workers,
    people: [identity],
    except: [one.id, ...together.rows.map((row) => row.id)],
  })
}
