import type { Ctx } from '@/db/door'
import type { Day } from '@/lib/day'
import type { EndReason, Whose } from '@/lib/goals/goal'
import type { NotTodayReason, Rater } from '@/lib/goals/rating'
import type { TalkDecision } from '@/lib/goals/talk'
import type { Grouping } from '@/lib/grouping/grouping'
import type { WayWritten } from '@/lib/plans/plan'
import type { Place, StoryFilter } from '@/lib/story/filter'
import type { Attendance, CancelReason, MeetingWay } from '@/lib/story/meeting'

/** How something was put right: it stays, struck through, with the reason. */
export type PutRight = {
  because: string
  undo: boolean
  replacedBy: string | null
  on: Day
  by: string | null
}

type OfMeeting = {
  how: MeetingWay
  place: string
  startsAt: string
  with: string
  also: string | null
  whoElse: string
}
type OfGoal = { goal: string; language?: string }

/** What an entry says, by its kind and what happened within it. */
type Said =
  | {
      kind: 'note'
      what: ''
      words: string
      forThem: boolean
      writtenAt: string
      corrected: PutRight | null
      /** It stands in the place of another. */
      corrects: boolean
    }
  | {
      kind: 'rating'
      what: Rater
      rater: Rater
      raterName: string
      ratings: {
        id: string
        goal: string
        value: number | null
        notToday: NotTodayReason | null
        words: string
        corrected: PutRight | null
      }[]
    }
  | ({ kind: 'goal'; what: 'agreed'; whose: Whose } & OfGoal)
  | ({ kind: 'goal'; what: 'ended'; because: EndReason; words: string } & OfGoal)
  | ({ kind: 'goal'; what: 'step'; words: string; who: string; byDay: Day | null } & OfGoal)
  | ({ kind: 'goal'; what: 'step-done'; words: string } & OfGoal)
  | ({
      kind: 'goal'
      what: 'talk'
      tried: string
      view: string
      theirWords: string
      decision: TalkDecision
    } & OfGoal)
  | { kind: 'goal'; what: 'review'; words: string; nextOn: Day | null }
  | { kind: 'decision'; what: ''; grouping: Grouping; needNow: string; view: string }
  | ({ kind: 'meeting'; what: 'held'; attendance: Attendance | null; words: string } & OfMeeting)
  | ({ kind: 'meeting'; what: 'booked' } & OfMeeting)
  | ({ kind: 'meeting'; what: 'cancelled'; because: CancelReason | null; words: string } & OfMeeting)
  | ({
      kind: 'meeting'
      what: 'moved' | 'put-right'
      attendance: Attendance | null
      words: string
    } & OfMeeting)
  | { kind: 'plan'; what: 'wellbeing' | 'safety'; number: number; how: WayWritten; whoWasThere: string }
  | {
      kind: 'measure'
      what: 'scores'
      measure: string
      rater: Rater
      raterName: string
      scores: { scale: string; score: number; corrected: PutRight | null }[]
    }
  | { kind: 'measure'; what: 'current-view'; corrected: PutRight | null }
  | { kind: 'concern'; what: 'noted'; concernId: string; words: string }
  | { kind: 'concern'; what: 'added'; concernId: string; words: string; told: string; toldAt: string | null }
  | { kind: 'handover'; what: string; step: string; words: string; from: string; to: string | null }
  | { kind: 'referral'; what: 'referred' | 'accepted' | 'declined' | 'ended'; why: string; words: string }

/** One entry of a young person's story. What it says is put into words by the page; the words of people come as they are. */
export type Entry = { id: string; on: Day; by: string; byId: string | null } & Said

const asked = 'null, null, null, null, null, null, null, null'

/** The newest few of the whole story, as text for a read that takes them along with other things. $1 is the person. */
export const newestText = (limit: number): string => `select * from app.story($1, ${asked}, ${limit})`

export const entryOf = (row: Record<string, unknown>): Entry =>
  ({
    id: row.id,
    kind: row.kind,
    what: row.what,
    on: row.on,
    by: row.by,
    byId: row.by_id,
    ...(row.said as object),
  }) as Entry

/** Entries on one page. */
const perPage = 25

/** One page of the story, newest first, and where the next one begins. */
export async function storyOf(
  ctx: Ctx,
  personId: string,
  { kind, from, until, by, before }: StoryFilter,
): Promise<{ entries: Entry[]; older: Place | null }> {
  const { rows } = await ctx.client.query({
    name: 'story',
    text: `select s.*, to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
      from app.story($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) s`,
    values: [
      personId,
      kind ? [kind] : null,
      from,
      until,
      by,
      before?.on,
      before?.at,
      before?.id,
      before?.what,
      perPage + 1,
    ],
  })
  const shown = rows.slice(0, perPage)
  const last = shown.at(-1)
  return {
    entries: shown.map(entryOf),
    older:
      rows.length > perPage && last ? { on: last.on, at: last.place, id: last.id, what: last.what } : null,
  }
}
