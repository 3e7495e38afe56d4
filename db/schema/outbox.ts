import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { app } from './access'
import { dayColumn, instant, key, madeAt, partnershipId } from './columns'
import { episodes } from './episodes'
import { staff } from './organisations'
import { people, relationships } from './people'
import { meetings } from './story'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Who is to be reminded of meetings, as they said when asked: the young person, and parents or carers each for themselves. */
export const contactPreferences = pgTable(
  'contact_preferences',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    /** The parent or carer; null is the young person. */
    relationshipId: uuid('relationship_id'),
    reminders: boolean('reminders').notNull(),
    hoursBefore: integer('hours_before').notNull().default(24),
    /** Of a parent or carer. The young person's is in their details, and nowhere else. */
    email: text('email').notNull().default(''),
    /** The calendar file says where: only when they want it there. */
    placeInCalendar: boolean('place_in_calendar').notNull().default(false),
    askedOn: dayColumn('asked_on').notNull(),
    version: integer('version').notNull().default(1),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique('one_preference_each').on(t.personId, t.relationshipId, t.partnershipId).nullsNotDistinct(),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({
      columns: [t.partnershipId, t.relationshipId],
      foreignColumns: [relationships.partnershipId, relationships.id],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('reminder_hours', sql`${t.hoursBefore} between 1 and 168`),
    check(
      'address_of_the_young_person_is_in_their_details',
      sql`${t.relationshipId} is not null or ${t.email} = ''`,
    ),
  ],
)

/**
 * What is to be sent, written in the transaction of the act that causes it. It says whom and what about, never an address or
 * a text: both are read again at the moment of sending.
 */
export const outbox = pgTable(
  'outbox',
  {
    partnershipId: partnershipId(),
    id: key(),
    kind: text('kind').notNull().default('meeting'),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** The parent or carer it goes to; null is the young person. */
    relationshipId: uuid('relationship_id'),
    meetingId: uuid('meeting_id').notNull(),
    /** The beginning that the reminder is of: a moved meeting is another reminder. */
    startsAt: instant('starts_at').notNull(),
    dueAt: instant('due_at').notNull(),
    state: text('state').notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** After a mail server that did not take it: not before this. */
    tryAfter: instant('try_after'),
    sendingAt: instant('sending_at'),
    sentAt: instant('sent_at'),
    whyNot: text('why_not'),
    /** Of the link with which the recipient turns reminders off without signing in. */
    stopHash: bytea('stop_hash'),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique('each_reminder_once')
      .on(t.meetingId, t.relationshipId, t.startsAt, t.partnershipId)
      .nullsNotDistinct(),
    index('outbox_open').on(t.dueAt).where(sql`${t.state} in ('waiting', 'sending')`),
    index('outbox_of_person').on(t.personId, t.dueAt),
    index('outbox_by_link').on(t.stopHash).where(sql`${t.stopHash} is not null`),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({
      columns: [t.partnershipId, t.meetingId],
      foreignColumns: [meetings.partnershipId, meetings.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.relationshipId],
      foreignColumns: [relationships.partnershipId, relationships.id],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('outbox_kind', sql`${t.kind} in ('meeting')`),
    check('outbox_state', sql`${t.state} in ('waiting', 'sending', 'sent', 'not-sent')`),
    check('sent_says_when', sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
    check('not_sent_says_why', sql`(${t.state} = 'not-sent') = (${t.whyNot} is not null)`),
    check('sending_says_since_when', sql`${t.state} <> 'sending' or ${t.sendingAt} is not null`),
  ],
)

/** When each of the service's own jobs last ran and how it went, in words for an administrator. Nobody is in it. */
export const jobRuns = app.table('job_runs', {
  name: text('name').primaryKey(),
  ranAt: instant('ran_at').notNull(),
  wentWell: boolean('went_well').notNull(),
  words: text('words').notNull().default(''),
})
