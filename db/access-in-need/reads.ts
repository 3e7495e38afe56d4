import { read } from '@/db/read'
import { notFound } from '@/lib/errors'
import { isId } from '@/lib/id'

export type OpenedInNeed = {
  id: string
  /** An opaque reference: a privacy officer judges the opening, and does not need the name for it. */
  record: string
  who: string
  staffId: string
  teams: string
  reason: string
  from: Date
  to: Date
  /** What was done in the record in that time, by act or page name. */
  done: { act: string; times: number }[]
  review: { at: Date; by: string; words: string } | null
}

const perPage = 25

const text = `
  select b.id, b.person_id, b.staff_id, s.name as who, b.reason, b.from_at, b.to_at, b.reviewed_at, r.name as reviewer, b.review_words,
    coalesce((
      select string_agg(distinct t.name || ', ' || o.name, '; ') from memberships m
      join teams t on t.partnership_id = m.partnership_id and t.id = m.team_id
      join organisations o on o.partnership_id = t.partnership_id and o.id = t.organisation_id
      where m.partnership_id = b.partnership_id and m.staff_id = b.staff_id
    ), '') as teams,
    coalesce((
      select json_agg(x order by x.times desc) from (
        select a.act, count(*)::int as times from app.audit_log a
        where a.partnership_id = b.partnership_id and a.person_id = b.person_id and a.staff_id = b.staff_id
          and a.at between b.from_at and b.to_at and a.outcome in ('done', 'opened') and a.act <> 'breakGlass'
        group by a.act
      ) x
    ), '[]'::json) as done,
    count(*) over ()::int as total, count(*) filter (where b.reviewed_at is null) over ()::int as waiting
  from app.break_glass b
  join staff s on s.partnership_id = b.partnership_id and s.id = b.staff_id
  left join staff r on r.partnership_id = b.partnership_id and r.id = b.reviewed_by
  where b.partnership_id = $1 and ($2::uuid is null or b.id = $2)
  order by (b.reviewed_at is not null), b.from_at desc
  limit ${perPage} offset $3`

const entryOf = (row: Record<string, unknown>): OpenedInNeed => ({
  id: row.id as string,
  record: (row.person_id as string).slice(-8),
  who: row.who as string,
  staffId: row.staff_id as string,
  teams: row.teams as string,
  reason: row.reason as string,
  from: row.from_at as Date,
  to: row.to_at as Date,
  done: row.done as OpenedInNeed['done'],
  review: row.reviewed_at
    ? { at: row.reviewed_at as Date, by: row.reviewer as string, words: row.review_words as string }
    : null,
})

/** Records opened in need: those nobody has looked at first, then the newest. */
export const breakGlassReviews = read(
  'breakGlassReviews',
  async (ctx, { page = 1, entryId }: { page?: number; entryId?: string }) => {
    if (entryId && !isId(entryId)) throw notFound()
    const { rows } = await ctx.client.query({
      name: 'break-glass-reviews',
      text,
      values: [ctx.actor.partnershipId, entryId ?? null, (page - 1) * perPage],
    })
    if (entryId && rows.length === 0) throw notFound()
    return {
      actor: ctx.actor,
      entries: rows.map(entryOf),
      waiting: (rows[0]?.waiting as number | undefined) ?? 0,
      pages: Math.max(1, Math.ceil(((rows[0]?.total as number | undefined) ?? 0) / perPage)),
      page,
    }
  },
)

/** The form for opening a record in need shows nothing of any record. */
export const breakGlassForm = read('breakGlassForm', async (ctx) => ({ actor: ctx.actor }))
