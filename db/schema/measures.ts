import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { dayColumn, instant, key, madeAt, partnershipId } from './columns'
import { episodes } from './episodes'
import { staff } from './organisations'

/** One score of a measure, by one person on one day. Which measures there are stands in lib/measures. Append-only. */
export const measureScores = pgTable(
  'measure_scores',
  {
    partnershipId: partnershipId(),
    id: key(),
    /** The same for all scores of one form filled in once. */
    sittingId: uuid('sitting_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    measure: text('measure').notNull(),
    scale: text('scale').notNull(),
    rater: text('rater').notNull(),
    /** Which parent or carer: two of them are two raters. Empty for the others. */
    raterName: text('rater_name').notNull().default(''),
    score: numeric('score', { precision: 6, scale: 2, mode: 'number' }).notNull(),
    scoredOn: dayColumn('scored_on').notNull(),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('measure_scores_of_person').on(t.personId, t.scoredOn),
    index('measure_scores_of_episode').on(t.episodeId),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('score_measure', sql`${t.measure} ~ '^[a-z0-9-]+$' and ${t.scale} ~ '^[a-z0-9-]+$'`),
    check('score_rater', sql`${t.rater} in ('young-person', 'parent-or-carer', 'clinician')`),
  ],
)

/** Current View: how things look to a practitioner on a day. Never compared, so there is nothing to add up. Append-only. */
export const currentViews = pgTable(
  'current_views',
  {
    partnershipId: partnershipId(),
    id: key(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    completedOn: dayColumn('completed_on').notNull(),
    reason: text('reason').notNull(),
    /** By key: 0 to 3, or null for "not known". */
    problems: jsonb('problems').$type<Record<string, number | null>>().notNull(),
    /** By key: yes, no, not-known. */
    factors: jsonb('factors').$type<Record<string, string>>().notNull(),
    contexts: jsonb('contexts').$type<Record<string, number | null>>().notNull(),
    education: jsonb('education').$type<Record<string, number | null>>().notNull(),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('current_views_of_person').on(t.personId, t.completedOn),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check(
      'current_view_reason',
      sql`${t.reason} in ('first-contact', 'changed-situation', 'changed-understanding')`,
    ),
  ],
)

/** Norms of RCADS by sex and age, as imported; the whole table is of one file. Nobody is in it. */
export const rcadsNorms = pgTable(
  'rcads_norms',
  {
    sex: text('sex').notNull(),
    age: smallint('age').notNull(),
    measure: text('measure').notNull(),
    scale: text('scale').notNull(),
    mean: doublePrecision('mean').notNull(),
    sd: doublePrecision('sd').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.measure, t.scale, t.sex, t.age] }),
    check('norm_sex', sql`${t.sex} in ('male', 'female')`),
    check('norm_spread', sql`${t.sd} > 0 and ${t.mean} >= 0`),
  ],
)

/** Every file of norms that was imported; the newest is what the table holds. */
export const rcadsNormFiles = pgTable('rcads_norm_files', {
  fileHash: text('file_hash').primaryKey(),
  fileName: text('file_name').notNull(),
  rows: integer('rows').notNull(),
  loadedAt: instant('loaded_at').notNull().defaultNow(),
})
