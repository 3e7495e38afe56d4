import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { dayColumn, instant, key, madeAt, partnershipId } from './columns'
import { episodes } from './episodes'
import { staff } from './organisations'

/** A meeting, booked or past, with attendance in words. */
export const meetings = pgTable(
  'meetings',
  {
    partnershipId: partnershipId(),
    id: key(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    withStaffId: uuid('with_staff_id').notNull(),
    /** The other worker in a joint meeting. */
    alsoStaffId: uuid('also_staff_id'),
    startsAt: instant('starts_at').notNull(),
    minutes: integer('minutes').notNull().default(50),
    how: text('how').notNull().default('face-to-face'),
    place: text('place').notNull().default(''),
    whoElse: text('who_else').notNull().default(''),
    attendance: text('attendance'),
    attendanceWords: text('attendance_words').notNull().default(''),
    cancelledAt: instant('cancelled_at'),
    version: integer('version').notNull().default(1),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('meetings_of_worker').on(t.withStaffId, t.startsAt),
    index('meetings_also').on(t.alsoStaffId, t.startsAt),
    index('meetings_of_person').on(t.personId, t.startsAt),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({
      columns: [t.partnershipId, t.withStaffId],
      foreignColumns: [staff.partnershipId, staff.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.alsoStaffId],
      foreignColumns: [staff.partnershipId, staff.id],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check(
      'meeting_attendance',
      sql`${t.attendance} in ('came', 'could-not-come', 'did-not-come', 'was-not-brought')`,
    ),
  ],
)

/** A note in the story. Append-only. */
export const notes = pgTable(
  'notes',
  {
    partnershipId: partnershipId(),
    id: key(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    happenedOn: dayColumn('happened_on').notNull(),
    words: text('words').notNull(),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('notes_of_person').on(t.personId, t.happenedOn),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)

/** Something somebody has been asked to do. */
export const tasks = pgTable(
  'tasks',
  {
    partnershipId: partnershipId(),
    id: key(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    forStaffId: uuid('for_staff_id').notNull(),
    kind: text('kind').notNull(),
    words: text('words').notNull(),
    dueOn: dayColumn('due_on'),
    doneAt: instant('done_at'),
    doneBy: uuid('done_by'),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('tasks_of_staff').on(t.forStaffId, t.doneAt),
    index('tasks_of_person').on(t.personId),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.forStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)
