import type { Ctx } from '@/db/door'
import { ratingSheetOf } from '@/db/goals/rating-sheet'
import { identityOf } from '@/db/people/identity'
import { read } from '@/db/read'
import { ageOn } from '@/lib/day'
import { fullName, shownName } from '@/lib/people/names'
import { findMeeting, type Meeting, meetingText } from './meeting-row'
import { workersBeside } from './workers-beside'

/** One of several who come to the same meeting, on the page for all of them. */
export type Comer = {
  personId: string
  meetingId: string
  name: string
  knownAs: string
  age: number
  attendance: Meeting['attendance']
  attendanceWords: string
  version: number
  /** Goals that can be rated with them afterwards. */
  goals: number
}

/**
 * The page for a meeting that is under way or over: who comes, the open goals and who may rate, what is booked already.
 */
export const room = read(
  'room',
  async (ctx, { personId, meetingId }: { personId: string; meetingId: string }) => {
    const identity = await identityOf(ctx, personId)
    const meeting = await findMeeting(ctx, personId, meetingId)
    const comers = meeting.others > 0 ? await comersOf(ctx, meetingId) : []
    ctx.about({
      recordId: meetingId,
      ...(comers.length > 0 && { detail: { people: comers.length, ids: comers.map((one) => one.personId) } }),
    })
    return {
      actor: ctx.actor,
      identity,
      today: ctx.today,
      now: ctx.now,
      meeting,
      comers,
      // Of a group each is rated apart; of an episode that is over nothing is.
      sheet:
        comers.length > 1 || identity.episode.status !== 'open' ? null : await ratingSheetOf(ctx, identity),
      beside: await workersBeside(ctx, identity.episode.id),
      booked: await nextBooked(ctx, personId, meetingId),
    }
  },
)

/** The next meeting that is booked already, so that nobody books it twice. */
async function nextBooked(ctx: Ctx, personId: string, butNot: string): Promise<Meeting | null> {
  const { rows } = await ctx.client.query<Meeting>({
    name: 'meeting booked next',
    text: `${meetingText} and m.id <> $2 and m.cancelled_at is null and m.attendance is null and m.starts_at > now()
      order by m.starts_at limit 1`,
    values: [personId, butNot],
  })
  return rows[0] ?? null
}

/** Everyone who comes to this meeting and is within reach. */
async function comersOf(ctx: Ctx, meetingId: string): Promise<Comer[]> {
  const { rows } = await ctx.client.query({
    name: 'comers',
    text: `select x.id as meeting_id, x.person_id, x.attendance, x.attendance_words, x.version, p.given_name, p.family_name,
        p.known_as, p.born, (select count(*)::int from goals g where g.person_id = x.person_id and g.ended_on is null) as goals
      from meetings m join meetings x on x.partnership_id = m.partnership_id and x.together_id = m.together_id
      join people p on p.partnership_id = x.partnership_id and p.id = x.person_id
      where m.id = $1 and x.cancelled_at is null
      order by lower(coalesce(nullif(p.known_as, ''), p.given_name)), p.id`,
    values: [meetingId],
  })
  return rows.map((row) => {
    const names = { given: row.given_name, family: row.family_name, knownAs: row.known_as }
    return {
      personId: row.person_id,
      meetingId: row.meeting_id,
      name: fullName(names),
      knownAs: shownName(names),
      age: ageOn(row.born, ctx.today),
      attendance: row.attendance,
      attendanceWords: row.attendance_words,
      version: row.version,
      goals: row.goals,
    }
  })
}
