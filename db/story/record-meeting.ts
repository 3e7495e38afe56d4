import { act } from '@/db/act'
import type { Ctx } from '@/db/door'
import { keepSheet } from '@/db/goals/keep-sheet'
import { type Identity, identityOf } from '@/db/people/identity'
import { dayOf } from '@/lib/day'
import { conflict, invalid, refused, Stop } from '@/lib/errors'
import type { Sheet } from '@/lib/goals/sheet'
import { attendances, hasBegun } from '@/lib/story/meeting'
import { readingOf, unexplained } from '@/lib/story/note'
import { roomForm } from '@/lib/story/room'
import { gather } from './gather'
import { keepNote } from './keep-note'
import { keepWhatItWas } from './keep-what-it-was'
import { type HeldMeeting, holdMeeting } from './meeting-held'
import { keepWhatNext } from './what-next'

/**
 * What happened in a meeting, in one go: who came, the ratings given, a note, and what happens next. All of it or nothing;
 * every part may be left out but who came.
 */
export const recordMeeting = act('recordMeeting', roomForm, async (ctx, form) => {
  const { personId, meetingId } = form
  const identity = await identityOf(ctx, personId)
  await holdEpisode(ctx, identity)
  const { meeting } = await holdMeeting(ctx, personId, meetingId)
  mayBeWritten(ctx, meeting)
  unchanged(meeting, form.version)
  const came = form.attendance === 'came'
  let sheetId: string | null = null
  let next = { nothing: false }
  await gather(
    async () => {
      if (!came || !form.sheet) return
      if (identity.episode.status !== 'open')
        throw refused('Goals belong to an open episode. Accept the referral or come back first.')
      // Rated when they met, also where it is written down a day later.
      const on = { ...ctx, today: dayOf(meeting.startedAt ?? meeting.startsAt) }
      sheetId = await ratingsOf(on, identity.episode.id, form.sheet)
    },
    async () => {
      if (form.noteWords.trim() === '') return
      if (form.noteOn > ctx.today)
        throw invalid({ noteOn: 'This day is in the future. Enter the day it happened.' })
      const because = unexplained(form)
      if (because) throw invalid({ notForThemBecause: because })
      await keepNote(ctx, {
        personId,
        episodeId: meeting.episodeId,
        happenedOn: form.noteOn,
        happenedAt: form.noteAt,
        kind: form.noteKind,
        words: form.noteWords,
        ...readingOf(form),
        meetingId,
      })
    },
    async () => {
      if (!came && !form.next?.length && !(await somethingBooked(ctx, personId, meetingId)))
        throw invalid({ next: 'Say what happens next, or that nothing is booked on purpose.' })
      next = await keepWhatNext(ctx, [identity], new Map([[personId, meetingId]]), form)
    },
  )
  await writeDown(ctx, meeting, { ...form, sheetId, ...next })
  ctx.about({ recordId: meetingId, detail: { ratings: form.sheet ? form.sheet.answers.size : 0 } })
  return { personId, meetingId }
})

/** @returns the sheet; null where every goal on it ended meanwhile, because the rest of the page must be saved all the same */
const ratingsOf = async (ctx: Ctx, episodeId: string, sheet: Sheet): Promise<string | null> => {
  try {
    return (await keepSheet(ctx, { id: episodeId }, sheet)).sheetId
  } catch (error) {
    if (error instanceof Stop && error.failure.kind === 'refused') return null
    throw error
  }
}

/** The episode first, as everywhere: two acts that each hold what the other wants would both be sent away. */
export const holdEpisode = (ctx: Ctx, { episode }: Identity) =>
  ctx.client.query({
    name: 'hold episode',
    text: 'select id from episodes where id = $1 for no key update',
    values: [episode.id],
  })

/** @throws refused before its time or when cancelled */
export function mayBeWritten(ctx: Ctx, meeting: HeldMeeting): void {
  if (meeting.cancelledAt) throw refused('This meeting was cancelled.')
  if (!hasBegun(meeting, ctx.now))
    throw refused('This meeting has not started yet. Press Start when it does.')
}

/** @throws conflict when somebody wrote down what happened, or moved it, meanwhile */
export function unchanged(meeting: HeldMeeting, version: number): void {
  if (meeting.version !== version)
    throw conflict(
      meeting.attendance
        ? 'Someone else wrote down what happened while you were writing. Saving again adds yours beside it.'
        : 'Someone else changed this meeting while you were writing. Look at both, then save again.',
      {
        attendance: meeting.attendance ? attendances[meeting.attendance] : 'Nothing yet',
        attendanceWords: meeting.attendanceWords,
        version: String(meeting.version),
      },
    )
}

/** Who came, and what the meeting page needs to find the rest again. What was written down before is kept. */
export async function writeDown(
  ctx: Ctx,
  meeting: HeldMeeting,
  said: {
    attendance: string
    attendanceWords: string
    sheetId: string | null
    nothing: boolean
    nothingBecause: string
  },
): Promise<void> {
  if (
    meeting.attendance &&
    (meeting.attendance !== said.attendance || meeting.attendanceWords !== said.attendanceWords)
  )
    await keepWhatItWas(ctx, [meeting], '')
  await ctx.client.query({
    name: 'write down meeting',
    text: `update meetings set attendance = $3, attendance_words = $4, sheet_id = coalesce($5, sheet_id),
        nothing_next = nothing_next or $6, nothing_next_because = case when $6 then $7 else nothing_next_because end,
        version = version + 1
      where partnership_id = $1 and id = $2`,
    values: [
      ctx.actor.partnershipId,
      meeting.id,
      said.attendance,
      said.attendanceWords,
      said.sheetId,
      said.nothing,
      said.nothingBecause,
    ],
  })
}

const somethingBooked = async (ctx: Ctx, personId: string, butNot: string): Promise<boolean> => {
  const { rowCount } = await ctx.client.query({
    name: 'something booked',
    text: `select 1 from meetings where person_id = $1 and id <> $2 and cancelled_at is null and attendance is null
      and starts_at > now() limit 1`,
    values: [personId, butNot],
  })
  return rowCount === 1
}
