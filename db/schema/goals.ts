import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { dayColumn, key, madeAt, partnershipId } from './columns'
import { episodes } from './episodes'
import { staff } from './organisations'

/** A goal in the words it was said in. The words never change: changed words are a new goal. */
export const goals = pgTable(
  'goals',
  {
    partnershipId: partnershipId(),
    id: key(),
    /** The episode in which it was agreed; the goal goes on through a hand-over and a come-back. */
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    words: text('words').notNull(),
    language: text('language').notNull().default('en'),
    whose: text('whose').notNull(),
    kind: text('kind'),
    /** No longer written: `themes` took its place. It goes once no older release runs. */
    theme: text('theme'),
    /** Keys of lib/goals/themes.ts, beside the words and never instead of them. */
    themes: text('themes').array().notNull().default(sql`'{}'::text[]`),
    /** No longer written: small steps have a table of their own. It goes once no older release runs. */
    firstStep: text('first_step').notNull().default(''),
    /** The young person marked it as theirs to look at first. */
    starred: boolean('starred').notNull().default(false),
    rank: smallint('rank').notNull(),
    /** Why a fourth goal was added, where it was. */
    fourthBecause: text('fourth_because'),
    agreedOn: dayColumn('agreed_on').notNull(),
    endedOn: dayColumn('ended_on'),
    endedBecause: text('ended_because'),
    endedWords: text('ended_words').notNull().default(''),
    replaces: uuid('replaces'),
    version: integer('version').notNull().default(1),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique('goals_with_person').on(t.partnershipId, t.id, t.personId),
    index('goals_of_person').on(t.personId),
    index('goals_of_episode').on(t.episodeId),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('goal_whose', sql`${t.whose} in ('young-person', 'parent-or-carer', 'together')`),
    check('goal_words', sql`btrim(${t.words}) <> ''`),
  ],
)

/** One answer to "how close do you feel?": 0 to 10, or "not today" with a reason. Append-only. */
export const ratings = pgTable(
  'ratings',
  {
    partnershipId: partnershipId(),
    id: key(),
    goalId: uuid('goal_id').notNull(),
    /** The episode open when it was given. */
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    rater: text('rater').notNull(),
    /** Which parent or carer, where it was said: two of them are two raters. Empty for the others. */
    raterName: text('rater_name').notNull().default(''),
    ratedOn: dayColumn('rated_on').notNull(),
    value: smallint('value'),
    notToday: text('not_today'),
    words: text('words').notNull().default(''),
    byStaffId: uuid('by_staff_id').notNull(),
    /** The save it came with: what is undone together. Null in rows from before there was an undo. */
    sheetId: uuid('sheet_id'),
    /** When it was given. What corrects another stands in its place, with the same instant: corrections say when. */
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('ratings_of_sheet').on(t.sheetId),
    index('ratings_of_goal').on(t.goalId, t.ratedOn),
    index('ratings_of_person').on(t.personId),
    foreignKey({
      columns: [t.partnershipId, t.goalId, t.personId],
      foreignColumns: [goals.partnershipId, goals.id, goals.personId],
    }),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('rating_0_to_10', sql`${t.value} between 0 and 10`),
    check('rating_or_not_today', sql`(${t.value} is null) <> (${t.notToday} is null)`),
    check('rating_rater', sql`${t.rater} in ('young-person', 'parent-or-carer', 'clinician')`),
  ],
)
