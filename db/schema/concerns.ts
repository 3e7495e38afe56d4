import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { concernKnown } from '@/lib/concerns/concern'
import { dayColumn, instant, key, madeAt, partnershipId } from './columns'
import { episodes } from './episodes'
import { staff } from './organisations'
import { tasks } from './story'

const known = sql.raw(
  Object.keys(concernKnown)
    .map((value) => `'${value}'`)
    .join(', '),
)

/**
 * A concern about somebody's safety, as it was written down. Append-only, in words alone: it has no level and never gets
 * one. What came after stands in `concern_additions`.
 */
export const concerns = pgTable(
  'concerns',
  {
    partnershipId: partnershipId(),
    id: key(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    noticedOn: dayColumn('noticed_on').notNull(),
    words: text('words').notNull(),
    /** What was seen or heard, and from whom. */
    seenOrHeard: text('seen_or_heard').notNull(),
    doneNow: text('done_now').notNull(),
    youngPersonKnows: text('young_person_knows').notNull(),
    youngPersonWords: text('young_person_words').notNull().default(''),
    /** Where nobody was told yet: the task, for whoever wrote it down, to tell somebody today. */
    taskId: uuid('task_id'),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique('concerns_of_episode').on(t.partnershipId, t.id, t.episodeId, t.personId),
    index('concerns_of_person').on(t.personId, t.madeAt),
    index('concerns_by_episode').on(t.episodeId),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.taskId], foreignColumns: [tasks.partnershipId, tasks.id] }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('concern_known', sql`${t.youngPersonKnows} in (${known})`),
  ],
)

/** What was added to a concern: somebody who was told, or what happened since. Numbered from 1. Append-only. */
export const concernAdditions = pgTable(
  'concern_additions',
  {
    partnershipId: partnershipId(),
    id: key(),
    concernId: uuid('concern_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    number: integer('number').notNull(),
    words: text('words').notNull().default(''),
    toldName: text('told_name').notNull().default(''),
    toldRole: text('told_role').notNull().default(''),
    toldAgency: text('told_agency').notNull().default(''),
    toldAt: instant('told_at'),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique('concern_additions_numbered').on(t.concernId, t.number, t.partnershipId),
    foreignKey({
      columns: [t.partnershipId, t.concernId, t.episodeId, t.personId],
      foreignColumns: [concerns.partnershipId, concerns.id, concerns.episodeId, concerns.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('addition_told_when', sql`(${t.toldName} = '') = (${t.toldAt} is null)`),
    check('addition_says_something', sql`${t.words} <> '' or ${t.toldName} <> ''`),
  ],
)

/**
 * Who must see a concern, why, and how far they have read: 0 is the concern itself, then its additions by number. The rows
 * are made by the database when a concern is noted or added to, and when somebody takes the young person on.
 */
export const concernSightings = pgTable(
  'concern_sightings',
  {
    partnershipId: partnershipId(),
    concernId: uuid('concern_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    because: text('because').notNull(),
    unread: boolean('unread').notNull().default(true),
    readUpTo: integer('read_up_to'),
    readAt: instant('read_at'),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.concernId, t.staffId] }),
    index('concern_sightings_unread').on(t.staffId).where(sql`${t.unread}`),
    foreignKey({
      columns: [t.partnershipId, t.concernId, t.episodeId, t.personId],
      foreignColumns: [concerns.partnershipId, concerns.id, concerns.episodeId, concerns.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check(
      'sighting_because',
      sql`${t.because} in ('named-worker', 'duty', 'beside', 'team-lead', 'wrote-it')`,
    ),
    check('sighting_read', sql`(${t.readUpTo} is null) = (${t.readAt} is null)`),
  ],
)
