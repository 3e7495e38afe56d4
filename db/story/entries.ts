import type { Ctx } from '@/db/door'
import type { Day } from '@/lib/day'
import type { NotTodayReason, Rater } from '@/lib/goals/rating'
import type { Grouping } from '@/lib/grouping/grouping'
import type { EntryKind } from '@/lib/story/entry'
import type { Attendance, MeetingWay } from '@/lib/story/meeting'

/** One entry of a young person's story. What it says is put into words by the page; the words of people come as they are. */
export type Entry = { id: string; on: Day; by: string } & (
  | { kind: 'note'; words: string }
  | {
      kind: 'rating'
      rater: Rater
      raterName: string
      ratings: { goal: string; value: number | null; notToday: NotTodayReason | null; words: string }[]
    }
  | { kind: 'decision'; grouping: Grouping; needNow: string; view: string }
  | {
      kind: 'meeting'
      how: MeetingWay
      place: string
      also: string | null
      whoElse: string
      attendance: Attendance | null
      words: string
      cancelled: boolean
    }
  | { kind: 'handover'; what: string; words: string; from: string; to: string | null }
  | { kind: 'referral'; what: 'referred' | 'accepted' | 'declined' | 'ended'; why: string; words: string }
)

/**
 * Every source of the story as rows of one shape: id, kind, on (the day it happened), at (for order within the day), by,
 * said. Row-level security keeps each to the episodes within reach. $1 is the person.
 */
const sources: Record<EntryKind, string> = {
  note: `
    select n.id, 'note' as kind, n.happened_on as "on", n.made_at as at, s.name as by, json_build_object('words', n.words) as said
    from notes n join staff s on s.partnership_id = n.partnership_id and s.id = n.by_staff_id where n.person_id = $1`,
  rating: `
    select (array_agg(r.id order by r.made_at, r.id))[1], 'rating', r.rated_on, min(r.made_at), s.name,
      json_build_object('rater', r.rater, 'raterName', r.rater_name, 'ratings', json_agg(
        json_build_object('goal', g.words, 'value', r.value, 'notToday', r.not_today, 'words', r.words) order by g.rank, r.made_at))
    from ratings r
    join goals g on g.partnership_id = r.partnership_id and g.id = r.goal_id
    join staff s on s.partnership_id = r.partnership_id and s.id = r.by_staff_id
    where r.person_id = $1 group by r.rated_on, r.rater, r.rater_name, r.by_staff_id, s.name`,
  decision: `
    select d.id, 'decision', d.decided_on, d.made_at, s.name,
      json_build_object('grouping', d.grouping, 'needNow', d.need_now, 'view', d.young_persons_view)
    from grouping_decisions d join staff s on s.partnership_id = d.partnership_id and s.id = d.by_staff_id where d.person_id = $1`,
  meeting: `
    select m.id, 'meeting', (m.starts_at at time zone 'Europe/London')::date, m.starts_at, s.name,
      json_build_object('how', m.how, 'place', m.place, 'also', o.name, 'whoElse', m.who_else, 'attendance', m.attendance,
        'words', m.attendance_words, 'cancelled', m.cancelled_at is not null)
    from meetings m join staff s on s.partnership_id = m.partnership_id and s.id = m.with_staff_id
    left join staff o on o.partnership_id = m.partnership_id and o.id = m.also_staff_id
    where m.person_id = $1 and (m.starts_at <= now() or m.cancelled_at is not null)`,
  handover: `
    select x.id, 'handover', (x.made_at at time zone 'Europe/London')::date, x.made_at, s.name,
      json_build_object('what', x.what, 'words', x.words, 'from', f.name, 'to', t.name)
    from handover_steps x join staff s on s.partnership_id = x.partnership_id and s.id = x.by_staff_id
    join handovers h on h.partnership_id = x.partnership_id and h.id = x.handover_id
    join teams f on f.partnership_id = h.partnership_id and f.id = h.from_team_id
    left join teams t on t.partnership_id = h.partnership_id and t.id = h.to_team_id
    where x.person_id = $1`,
  referral: `
    select e.id, 'referral', w.on_day, w.at, coalesce(s.name, ''), json_build_object('what', w.what, 'why', w.why, 'words', w.words)
    from episodes e
    cross join lateral (values
      ('referred', e.referred_on, e.made_at - interval '1 second', null::uuid, e.source, e.words),
      ('accepted', e.accepted_on, coalesce(e.decided_at, e.made_at), e.decided_by, '', ''),
      ('declined', case when e.status = 'declined' then coalesce((e.decided_at at time zone 'Europe/London')::date, e.referred_on) end,
        e.decided_at, e.decided_by, e.declined_because, e.declined_words),
      ('ended', e.ended_on, e.ended_on::timestamptz + interval '1 day', null::uuid, e.ended_how, e.ended_words)
    ) as w (what, on_day, at, by_id, why, words)
    left join staff s on s.partnership_id = e.partnership_id and s.id = w.by_id
    where e.person_id = $1 and w.on_day is not null`,
}

const entries = (kinds: readonly EntryKind[]) =>
  `select * from (${kinds.map((kind) => sources[kind]).join('\n    union all')}) story (id, kind, "on", at, by, said) order by "on" desc, at desc, id desc`

const everyKind = Object.keys(sources) as EntryKind[]

/** The whole story, newest first, as text for a read that takes a few of them along with other things. */
export const storyText = entries(everyKind)

export const entryOf = (row: Record<string, unknown>): Entry =>
  ({ id: row.id, kind: row.kind, on: row.on, by: row.by, ...(row.said as object) }) as Entry

/** One page of the story, and how many entries there are. */
export async function storyOf(
  ctx: Ctx,
  personId: string,
  { kind, limit, offset }: { kind?: EntryKind; limit: number; offset: number },
): Promise<{ entries: Entry[]; total: number }> {
  const { rows } = await ctx.client.query({
    name: `story-${kind ?? 'all'}`,
    text: `with story as (${entries(kind ? [kind] : everyKind)})
      select story.*, (select count(*)::int from story) as total from story limit $2 offset $3`,
    values: [personId, limit, offset],
  })
  return { entries: rows.map(entryOf), total: rows[0]?.total ?? 0 }
}
