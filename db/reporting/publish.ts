import { z } from 'zod'
import { act } from '@/db/act'
import { publishPool } from '@/db/client'
import type { Ctx } from '@/db/door'
import { day, inWords } from '@/lib/day'
import { invalid, refused } from '@/lib/errors'
import { thresholdOn } from '@/lib/goals/movement'
import { newId } from '@/lib/id'
import { emptyRows } from '@/lib/reporting/breakdowns'
import { equityTables, type PublishedCell } from '@/lib/reporting/equity'
import { type Period, periodProblem } from '@/lib/reporting/period'
import type { RoundingRule } from '@/lib/reporting/round'
import { newestEdition } from '@/lib/reporting/source'
import { core } from './core'

const input = z.strictObject({
  from: day,
  to: day,
  /** '2019', '2025' or 'invented'; the newest loaded when left out. */
  edition: z.string().optional(),
  /** Publish the same period and edition once more: only when somebody asks for it. */
  again: z.boolean().default(false),
})

/**
 * Counts a period, protects all its tables together and keeps only what may be seen. From then on it is what commissioners
 * see; the release before it is kept, and shown to nobody.
 */
export const publish = act(
  'publish',
  input,
  async (ctx, { edition: asked, again, ...period }) => {
    const problem = periodProblem(period, ctx.today)
    if (problem) throw invalid({ period: problem })
    const edition = await chosenEdition(ctx, asked)
    const earlier = await newestRelease(ctx)
    const rule = { limit: ctx.actor.hiddenLimit, roundTo: 5 }
    if (!again && earlier && isSame(earlier, period, edition, rule))
      return { kind: 'already' as const, edition, on: earlier.on }

    const threshold = thresholdOn(period.to)
    const rows = await core(
      ctx.client,
      { partnershipId: ctx.actor.partnershipId, period, edition },
      threshold.points,
    )
    const { cells, shapes } = equityTables(rows.length > 0 ? rows : emptyRows(), rule)
    const releaseId = newId()
    await keepRelease(ctx, releaseId, period, edition, rule, {
      points: String(threshold.points),
      'points-source': threshold.source,
      domains: [...shapes.get('people')!.keys()].join(' '),
    })
    await keepCells(ctx, releaseId, cells)
    const hidden = cells.filter((cell) => cell.hidden !== null).length
    ctx.about({ recordId: releaseId, detail: { ...period, edition, cells: cells.length, hidden } })
    return { kind: 'published' as const, releaseId, edition, cells: cells.length, hidden }
  },
  { pool: publishPool },
)

async function chosenEdition(ctx: Ctx, asked: string | undefined): Promise<string> {
  const { rows } = await ctx.client.query<{ edition: string }>(
    'select edition from place_editions order by edition',
  )
  const loaded = rows.map((row) => row.edition)
  const edition = asked ?? newestEdition(loaded)
  if (!edition)
    throw refused('No places are loaded yet. Import the indices first: npm run import -- places FILE.')
  if (!loaded.includes(edition))
    throw invalid({
      edition: `The edition "${edition}" is not loaded. Loaded: ${loaded.join(', ') || 'none'}.`,
    })
  return edition
}

/** One publication of a partnership at a time: the second waits here for the first. */
async function newestRelease({ client, actor }: Ctx) {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 8))', [actor.partnershipId])
  const { rows } = await client.query<Period & { edition: string; limit: number; on: string }>(
    `select from_day as from, to_day as to, edition, hidden_limit as limit,
      (published_at at time zone 'Europe/London')::date as on
    from published.releases where partnership_id = $1 and newest`,
    [actor.partnershipId],
  )
  return rows[0] && { ...rows[0], on: inWords(rows[0].on) }
}

const isSame = (
  earlier: Period & { edition: string; limit: number },
  period: Period,
  edition: string,
  rule: RoundingRule,
) =>
  earlier.from === period.from &&
  earlier.to === period.to &&
  earlier.edition === edition &&
  earlier.limit === rule.limit

async function keepRelease(
  { client, actor }: Ctx,
  id: string,
  period: Period,
  edition: string,
  rule: RoundingRule,
  notes: Record<string, string>,
) {
  await client.query('update published.releases set newest = false where partnership_id = $1 and newest', [
    actor.partnershipId,
  ])
  await client.query(
    `insert into published.releases (partnership_id, id, from_day, to_day, edition, hidden_limit, newest, notes)
    values ($1, $2, $3, $4, $5, $6, true, $7)`,
    [actor.partnershipId, id, period.from, period.to, edition, rule.limit, notes],
  )
}

const keepCells = ({ client, actor }: Ctx, releaseId: string, cells: readonly PublishedCell[]) =>
  client.query(
    `insert into published.cells (partnership_id, release_id, measure, breakdown, level, group_key, position, hidden,
      numerator, denominator, percent, lower, upper)
    select $1, $2, c.measure, c.breakdown, c.level, c."groupKey", c.position, c.hidden,
      c.numerator, c.denominator, c.percent, c.lower, c.upper
    from jsonb_to_recordset($3) as c (measure text, breakdown text, level text, "groupKey" text, position smallint, hidden text,
      numerator integer, denominator integer, percent smallint, lower smallint, upper smallint)`,
    [actor.partnershipId, releaseId, JSON.stringify(cells)],
  )
