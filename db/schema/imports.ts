import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, key, madeAt, partnershipId } from './columns'
import { episodes } from './episodes'
import { staff, teams } from './organisations'

/** A referrals file on its way in: checked, reviewed, then imported. Nothing reaches a record before review. */
export const referralImports = pgTable(
  'referral_imports',
  {
    partnershipId: partnershipId(),
    id: key(),
    teamId: uuid('team_id').notNull(),
    fileName: text('file_name').notNull(),
    state: text('state').notNull().default('checked'),
    rowsNew: integer('rows_new').notNull(),
    rowsChanged: integer('rows_changed').notNull(),
    rowsSame: integer('rows_same').notNull(),
    rowsProblem: integer('rows_problem').notNull(),
    byStaffId: uuid('by_staff_id').notNull(),
    importedAt: instant('imported_at'),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({ columns: [t.partnershipId, t.teamId], foreignColumns: [teams.partnershipId, teams.id] }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)

export const referralImportRows = pgTable(
  'referral_import_rows',
  {
    partnershipId: partnershipId(),
    importId: uuid('import_id').notNull(),
    /** Line of the file, counting the header as 1. */
    line: integer('line').notNull(),
    kind: text('kind').notNull(),
    fields: jsonb('fields').$type<Record<string, string>>().notNull(),
    problems: jsonb('problems').$type<string[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.importId, t.line] }),
    index('referral_import_rows_by_kind').on(t.importId, t.kind, t.line),
    foreignKey({
      columns: [t.partnershipId, t.importId],
      foreignColumns: [referralImports.partnershipId, referralImports.id],
    }),
  ],
)

/**
 * What a sender's file last said of a referral: a mark for each column that said something. The same file again is then
 * known to say nothing new, whatever has been written in the record since.
 */
export const importedReferrals = pgTable(
  'imported_referrals',
  {
    partnershipId: partnershipId(),
    teamId: uuid('team_id').notNull(),
    reference: text('reference').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    marks: jsonb('marks').$type<Record<string, string>>().notNull(),
    importedAt: instant('imported_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.teamId, t.reference] }),
    index('imported_referrals_of_episode').on(t.episodeId),
    foreignKey({ columns: [t.partnershipId, t.teamId], foreignColumns: [teams.partnershipId, teams.id] }),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
  ],
)
