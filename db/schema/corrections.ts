import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { madeAt, partnershipId } from './columns'
import { episodes } from './episodes'
import { staff } from './organisations'

/**
 * What was put right in a record that itself never changes: a rating, a note, a score. Both values stay; what has a row here
 * no longer counts and is shown struck through with the reason. The key says that each record is put right at most once:
 * its replacement may be put right in turn. Append-only.
 */
export const corrections = pgTable(
  'corrections',
  {
    partnershipId: partnershipId(),
    /** The record that no longer stands. */
    recordId: uuid('record_id').notNull(),
    /** Which table it is in: 'rating', 'note', 'score', 'meeting'. */
    kind: text('kind').notNull(),
    /** The episode of that record, so that whoever sees the one sees the other. */
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** What stands in its place; null where it was withdrawn. */
    replacedBy: uuid('replaced_by'),
    /** The reason; empty only for an undo. */
    because: text('because').notNull().default(''),
    /** Taken back by its author within ten minutes. */
    undo: boolean('undo').notNull().default(false),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.recordId] }),
    index('corrections_of_person').on(t.personId),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('correction_kind', sql`${t.kind} ~ '^[a-z-]+$'`),
    check('correction_has_a_reason', sql`${t.undo} or btrim(${t.because}) <> ''`),
    check('undo_replaces_nothing', sql`not ${t.undo} or ${t.replacedBy} is null`),
    check('correction_of_another', sql`${t.replacedBy} <> ${t.recordId}`),
  ],
)
