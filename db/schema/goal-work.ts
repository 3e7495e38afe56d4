import { sql } from 'drizzle-orm'
import {
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
import { talkDecisions } from '@/lib/goals/talk'
import { dayColumn, instant, key, madeAt, partnershipId } from './columns'
import { episodes } from './episodes'
import { goals } from './goals'
import { staff } from './organisations'

const decisions = sql.raw(
  Object.keys(talkDecisions)
    .map((decision) => `'${decision}'`)
    .join(', '),
)

/** A small step towards a goal: who does what, by when. */
export const goalSteps = pgTable(
  'goal_steps',
  {
    partnershipId: partnershipId(),
    id: key(),
    goalId: uuid('goal_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    words: text('words').notNull(),
    /** Who does it, as they say it: 'Sam', 'Mum and me'. */
    who: text('who').notNull().default(''),
    byDay: dayColumn('by_day'),
    doneAt: instant('done_at'),
    doneBy: uuid('done_by'),
    version: integer('version').notNull().default(1),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('goal_steps_of_goal').on(t.goalId),
    index('goal_steps_of_person').on(t.personId),
    foreignKey({
      columns: [t.partnershipId, t.goalId, t.personId],
      foreignColumns: [goals.partnershipId, goals.id, goals.personId],
    }),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('step_words', sql`btrim(${t.words}) <> ''`),
    check('step_done_by_somebody', sql`(${t.doneAt} is null) = (${t.doneBy} is null)`),
  ],
)

/** A look at every open goal together. It has one talk for each of them, or it does not exist. Append-only. */
export const reviews = pgTable(
  'reviews',
  {
    partnershipId: partnershipId(),
    id: key(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    heldOn: dayColumn('held_on').notNull(),
    words: text('words').notNull().default(''),
    /** When to look again. */
    nextOn: dayColumn('next_on'),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique('reviews_with_person').on(t.partnershipId, t.id, t.personId),
    index('reviews_of_person').on(t.personId, t.heldOn),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('review_looks_ahead', sql`${t.nextOn} > ${t.heldOn}`),
  ],
)

/** What was said and decided about one goal: when it did not move, when it ended short of 10, or in a review. Append-only. */
export const talks = pgTable(
  'talks',
  {
    partnershipId: partnershipId(),
    id: key(),
    goalId: uuid('goal_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    heldOn: dayColumn('held_on').notNull(),
    /** What we tried. */
    tried: text('tried').notNull().default(''),
    /** What they think. */
    view: text('view').notNull().default(''),
    theirWords: text('their_words').notNull().default(''),
    decision: text('decision').notNull(),
    reviewId: uuid('review_id'),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique('one_entry_for_each_goal_of_a_review').on(t.reviewId, t.goalId),
    index('talks_of_goal').on(t.goalId, t.heldOn),
    index('talks_of_person').on(t.personId, t.heldOn),
    foreignKey({
      columns: [t.partnershipId, t.goalId, t.personId],
      foreignColumns: [goals.partnershipId, goals.id, goals.personId],
    }),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({
      columns: [t.partnershipId, t.reviewId, t.personId],
      foreignColumns: [reviews.partnershipId, reviews.id, reviews.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('talk_decision', sql`${t.decision} in (${decisions})`),
  ],
)
