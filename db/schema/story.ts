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
  time,
  uuid,
} from 'drizzle-orm/pg-core'
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
    /** How to reach the other: a number to ring, a link for the call, "text Kerry if the bus is late". */
    contactWords: text('contact_words').notNull().default(''),
    /** The same for every young person of a meeting that several come to: a row for each. */
    togetherId: uuid('together_id'),
    /** The meeting at which this one was agreed. */
    afterId: uuid('after_id'),
    /** When somebody pressed Start. From then on it is neither moved nor cancelled. */
    startedAt: instant('started_at'),
    attendance: text('attendance'),
    attendanceWords: text('attendance_words').notNull().default(''),
    /** The ratings given at it: `ratings.sheet_id`. */
    sheetId: uuid('sheet_id'),
    /** Said on purpose: after this meeting nothing is booked. */
    nothingNext: boolean('nothing_next').notNull().default(false),
    nothingNextBecause: text('nothing_next_because').notNull().default(''),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: uuid('cancelled_by'),
    /** Empty where it went with something else that ended: an episode, a hand-over, a wish to share. */
    cancelledBecause: text('cancelled_because'),
    cancelledWords: text('cancelled_words').notNull().default(''),
    version: integer('version').notNull().default(1),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('meetings_of_worker').on(t.withStaffId, t.startsAt),
    index('meetings_also').on(t.alsoStaffId, t.startsAt),
    index('meetings_of_person').on(t.personId, t.startsAt),
    index('meetings_together').on(t.togetherId).where(sql`${t.togetherId} is not null`),
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
    foreignKey({ columns: [t.partnershipId, t.afterId], foreignColumns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.cancelledBy],
      foreignColumns: [staff.partnershipId, staff.id],
    }),
    check(
      'meeting_attendance',
      sql`${t.attendance} in ('came', 'could-not-come', 'did-not-come', 'was-not-brought')`,
    ),
    check(
      'meeting_cancelled_because',
      sql`${t.cancelledBecause} in ('they-asked', 'we-could-not', 'not-needed', 'by-mistake')`,
    ),
  ],
)

/** What was said of a meeting before it was moved, or before who came was corrected, and why. Append-only. */
export const meetingChanges = pgTable(
  'meeting_changes',
  {
    partnershipId: partnershipId(),
    id: key(),
    meetingId: uuid('meeting_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    minutes: integer('minutes').notNull(),
    how: text('how').notNull(),
    place: text('place').notNull(),
    withStaffId: uuid('with_staff_id').notNull(),
    alsoStaffId: uuid('also_staff_id'),
    whoElse: text('who_else').notNull(),
    contactWords: text('contact_words').notNull(),
    attendance: text('attendance'),
    attendanceWords: text('attendance_words').notNull().default(''),
    because: text('because').notNull(),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('changes_of_meeting').on(t.meetingId, t.madeAt),
    index('meeting_changes_of_person').on(t.personId),
    foreignKey({
      columns: [t.partnershipId, t.meetingId],
      foreignColumns: [meetings.partnershipId, meetings.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
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
    happenedAt: time('happened_at'),
    kind: text('kind').notNull().default('other'),
    words: text('words').notNull(),
    meetingId: uuid('meeting_id'),
    /** The young person reads what is written about them, unless somebody said why not. */
    forThem: boolean('for_them').notNull().default(true),
    notForThemBecause: text('not_for_them_because').notNull().default(''),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('notes_of_person').on(t.personId, t.happenedOn),
    index('notes_of_meeting').on(t.meetingId).where(sql`${t.meetingId} is not null`),
    check('note_kind', sql`${t.kind} in ('meeting', 'call', 'message', 'other')`),
    check('not_for_them_is_explained', sql`${t.forThem} = (${t.notForThemBecause} = '')`),
    foreignKey({
      columns: [t.partnershipId, t.meetingId],
      foreignColumns: [meetings.partnershipId, meetings.id],
    }),
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
    /** The record it is about, where it is about one: a goal to talk about. */
    aboutId: uuid('about_id'),
    /** The meeting at which it was agreed. */
    meetingId: uuid('meeting_id'),
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
      columns: [t.partnershipId, t.meetingId],
      foreignColumns: [meetings.partnershipId, meetings.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.forStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)
