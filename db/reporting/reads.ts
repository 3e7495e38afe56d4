import { eq, or } from 'drizzle-orm'
import { readPublished } from '@/db/read'
import { cells, releases } from '@/db/schema/published'
import { dayOf } from '@/lib/day'
import { domainKeys } from '@/lib/places/deprivation'
import type { PublishedCell } from '@/lib/reporting/equity'
import type { MeasureKey } from '@/lib/reporting/measures'
import type { Release } from '@/lib/reporting/release'

/**
 * The newest release: one measure in full, and of the others the figures for everyone and by the overall index. Which release is
 * the newest and whose it is, the database decides.
 */
export const readEquity = readPublished(
  'equity',
  async ({ viewer, db }, { measure }: { measure: MeasureKey }) => {
    const [found] = await db.select().from(releases)
    if (!found) return { actor: viewer, measure, published: null }
    const rows = await db
      .select({
        measure: cells.measure,
        breakdown: cells.breakdown,
        level: cells.level,
        groupKey: cells.groupKey,
        position: cells.position,
        hidden: cells.hidden,
        numerator: cells.numerator,
        denominator: cells.denominator,
        percent: cells.percent,
        lower: cells.lower,
        upper: cells.upper,
      })
      .from(cells)
      .where(
        or(
          eq(cells.measure, measure),
          eq(cells.breakdown, 'all'),
          eq(cells.breakdown, 'imd'),
          eq(cells.groupKey, 'unknown'),
        ),
      )
    const release: Release = {
      id: found.id,
      from: found.fromDay,
      to: found.toDay,
      edition: found.edition,
      rule: { limit: found.hiddenLimit, roundTo: 5 },
      publishedOn: dayOf(found.publishedAt),
      points: found.notes.points ?? '',
      domains: domainKeys.filter((domain) => found.notes.domains?.split(' ').includes(domain)),
    }
    return { actor: viewer, measure, published: { release, cells: rows as PublishedCell[] } }
  },
)
