import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { steps } from '@/lib/handover/steps'
import { dayColumn, instant, key, madeAt, partnershipId } from './columns'
import { episodes } from './episodes'
import { staff, teams } from './organisations'
import { sharingEntries } from './people'

/** A gradual hand-over from one team to another: two people at once, and a way back. */
export const handovers = pgTable(
  'handovers',
  {
    partnershipId: partnershipId(),
    id: key(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    fromTeamId: uuid('from_team_id').notNull(),
    toTeamId: uuid('to_team_id').notNull(),
    sendingWorkerId: uuid('sending_worker_id').notNull(),
    receivingWorkerId: uuid('receiving_worker_id'),
    /** The sender's person who takes the named worker's place back if sharing is withdrawn. */
    returnContactId: uuid('return_contact_id').notNull(),
    step: text('step').notNull().default('thinking'),
    /** 'active' until it is declined, stopped, ended or followed by a come-back. */
    state: text('state').notNull().default('active'),
    becauseWords: text('because_words').notNull().default(''),
    goalsReviewedOn: dayColumn('goals_reviewed_on'),
    keepDoing: text('keep_doing').notNull().default(''),
    watchFor: text('watch_for').notNull().default(''),
    /** Readiness, agreed by the young person, in their words. */
    readyWords: text('ready_words').notNull().default(''),
    sharingEntryId: uuid('sharing_entry_id'),
    firstJointMeetingAt: instant('first_joint_meeting_at'),
    invitedAt: instant('invited_at'),
    acceptedAt: instant('accepted_at'),
    declinedAt: instant('declined_at'),
    declinedWords: text('declined_words').notNull().default(''),
    stepSince: instant('step_since').notNull().defaultNow(),
    endedAt: instant('ended_at'),
    comeBackUntil: dayColumn('come_back_until'),
    version: integer('version').notNull().default(1),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    uniqueIndex('one_active_handover').on(t.partnershipId, t.episodeId).where(sql`state = 'active'`),
    index('handovers_to_team').on(t.toTeamId, t.state),
    index('handovers_from_team').on(t.fromTeamId, t.state),
    index('handovers_of_episode').on(t.episodeId),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.fromTeamId], foreignColumns: [teams.partnershipId, teams.id] }),
    foreignKey({ columns: [t.partnershipId, t.toTeamId], foreignColumns: [teams.partnershipId, teams.id] }),
    foreignKey({
      columns: [t.partnershipId, t.sendingWorkerId],
      foreignColumns: [staff.partnershipId, staff.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.receivingWorkerId],
      foreignColumns: [staff.partnershipId, staff.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.returnContactId],
      foreignColumns: [staff.partnershipId, staff.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.sharingEntryId],
      foreignColumns: [sharingEntries.partnershipId, sharingEntries.id],
    }),
    check('handover_step', sql`${t.step} in (${sql.raw(steps.map((s) => `'${s}'`).join(', '))})`),
    check('handover_state', sql`${t.state} in ('active', 'declined', 'stopped', 'ended', 'came-back')`),
    check('accepted_after_invitation', sql`${t.acceptedAt} is null or ${t.invitedAt} is not null`),
    check(
      'leads_once_accepted',
      sql`${t.step} in ('thinking', 'getting-ready', 'meeting-together') or ${t.acceptedAt} is not null`,
    ),
    check(
      'over_says_when',
      sql`${t.state} = 'active' or coalesce(${t.endedAt}, ${t.declinedAt}) is not null`,
    ),
  ],
)

/** Each step taken, by whom and why. Append-only. */
export const handoverSteps = pgTable(
  'handover_steps',
  {
    partnershipId: partnershipId(),
    id: key(),
    handoverId: uuid('handover_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** A step's name, or what happened within one: 'invited', 'accepted', 'declined', 'came-back'. */
    what: text('what').notNull(),
    words: text('words').notNull().default(''),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('handover_steps_of_handover').on(t.handoverId),
    foreignKey({
      columns: [t.partnershipId, t.handoverId],
      foreignColumns: [handovers.partnershipId, handovers.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)
