import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { dayColumn, instant, partnershipId } from './columns'

/** Already protected, and the only thing commissioners can read. */
export const published = pgSchema('published')

export const releases = published.table(
  'releases',
  {
    partnershipId: partnershipId(),
    id: uuid('id').notNull(),
    fromDay: dayColumn('from_day').notNull(),
    toDay: dayColumn('to_day').notNull(),
    edition: text('edition').notNull(),
    /** The hidden-number limit in force, frozen for this release. */
    hiddenLimit: integer('hidden_limit').notNull(),
    newest: boolean('newest').notNull().default(true),
    publishedAt: instant('published_at').notNull().defaultNow(),
    notes: jsonb('notes').$type<Record<string, string>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    uniqueIndex('one_newest_release').on(t.partnershipId).where(sql`newest`),
  ],
)

/** One shown figure: counts rounded, everything else computed from the rounded counts, or hidden with the reason. */
export const cells = published.table(
  'cells',
  {
    partnershipId: partnershipId(),
    releaseId: uuid('release_id').notNull(),
    measure: text('measure').notNull(),
    /** A domain of deprivation or another breakdown, or 'all'. */
    breakdown: text('breakdown').notNull(),
    /** 'tenth', 'fifth', 'two-fifths' or 'all'. */
    level: text('level').notNull(),
    groupKey: text('group_key').notNull(),
    position: smallint('position').notNull(),
    hidden: text('hidden'),
    numerator: integer('numerator'),
    denominator: integer('denominator'),
    percent: smallint('percent'),
    lower: smallint('lower'),
    upper: smallint('upper'),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.releaseId, t.measure, t.breakdown, t.level, t.groupKey] }),
    foreignKey({
      columns: [t.partnershipId, t.releaseId],
      foreignColumns: [releases.partnershipId, releases.id],
    }),
    index('cells_by_release').on(t.releaseId),
  ],
)
