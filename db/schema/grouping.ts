import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { groupings, groupingsWithOutcome } from '@/lib/grouping/grouping'
import { dayColumn, instant, key, madeAt, partnershipId } from './columns'
import { episodes } from './episodes'
import { staff } from './organisations'

/** A shared decision about what is needed now. Append-only: a later one supersedes it, nothing overwrites it. */
export const groupingDecisions = pgTable(
  'grouping_decisions',
  {
    partnershipId: partnershipId(),
    id: key(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    grouping: text('grouping').notNull(),
    decidedOn: dayColumn('decided_on').notNull(),
    needNow: text('need_now').notNull(),
    considered: jsonb('considered').$type<string[]>().notNull(),
    tookPart: jsonb('took_part').$type<{ kind: string; name: string }[]>().notNull(),
    youngPersonsView: text('young_persons_view').notNull().default(''),
    viewMissingBecause: text('view_missing_because').notNull().default(''),
    familyView: text('family_view').notNull().default(''),
    disagreement: text('disagreement').notNull().default(''),
    plan: text('plan').notNull(),
    everyonesPart: text('everyones_part').notNull(),
    reviewOn: dayColumn('review_on').notNull(),
    goodOutcome: text('good_outcome').notNull().default(''),
    outcomeBy: dayColumn('outcome_by'),
    ifNotReached: text('if_not_reached').notNull().default(''),
    leadAgency: text('lead_agency').notNull().default(''),
    supersededAt: instant('superseded_at'),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    uniqueIndex('one_current_grouping').on(t.partnershipId, t.episodeId).where(sql`superseded_at is null`),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('grouping_name', sql`${t.grouping} in (${sql.raw(groupings.map((g) => `'${g}'`).join(', '))})`),
    check('view_or_reason', sql`${t.youngPersonsView} <> '' or ${t.viewMissingBecause} <> ''`),
    check(
      'outcome_answers',
      sql`${t.grouping} not in (${sql.raw(groupingsWithOutcome.map((g) => `'${g}'`).join(', '))}) or (${t.goodOutcome} <> '' and ${t.outcomeBy} is not null and ${t.ifNotReached} <> '')`,
    ),
  ],
)

/** A decision not yet complete, kept as typed; not shown as a grouping anywhere. */
export const groupingDrafts = pgTable(
  'grouping_drafts',
  {
    partnershipId: partnershipId(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    input: jsonb('input').$type<Record<string, string | string[]>>().notNull(),
    version: integer('version').notNull().default(1),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.episodeId] }),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)
