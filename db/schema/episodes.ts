import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { dayColumn, instant, key, madeAt, partnershipId } from './columns'
import { staff, teams } from './organisations'
import { people } from './people'

const tstzrange = customType<{ data: string }>({ dataType: () => 'tstzrange' })

/** One referral and what followed, until it ended. A come-back is a new episode that names the earlier one. */
export const episodes = pgTable(
  'episodes',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    /** The team that holds the episode now; a hand-over moves it. */
    teamId: uuid('team_id').notNull(),
    status: text('status').notNull().default('waiting'),
    referredOn: dayColumn('referred_on').notNull(),
    source: text('source').notNull(),
    referredBy: text('referred_by').notNull().default(''),
    /** Why they were referred, in the referrer's or the young person's own words. */
    words: text('words').notNull().default(''),
    reference: text('reference'),
    comeBackOf: uuid('come_back_of'),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by'),
    declinedBecause: text('declined_because'),
    declinedWords: text('declined_words').notNull().default(''),
    acceptedOn: dayColumn('accepted_on'),
    namedWorkerId: uuid('named_worker_id'),
    endedOn: dayColumn('ended_on'),
    endedHow: text('ended_how'),
    endedWords: text('ended_words').notNull().default(''),
    comeBackUntil: dayColumn('come_back_until'),
    /** Equality facts as they stood on the referral day, by fact; a later answer does not change them. */
    groups: jsonb('groups').$type<Record<string, string>>().notNull().default({}),
    version: integer('version').notNull().default(1),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    // What varies comes first, for the reason given beside people_nhs_number.
    unique('episodes_with_person').on(t.id, t.personId, t.partnershipId),
    unique('episodes_reference').on(t.reference, t.teamId, t.partnershipId),
    /** Two people who bring somebody back at once make one come-back. */
    uniqueIndex('one_come_back').on(t.comeBackOf, t.partnershipId),
    index('episodes_of_person').on(t.personId),
    index('episodes_of_team').on(t.teamId, t.status),
    index('episodes_of_worker').on(t.namedWorkerId, t.status),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({ columns: [t.partnershipId, t.teamId], foreignColumns: [teams.partnershipId, teams.id] }),
    foreignKey({
      columns: [t.partnershipId, t.namedWorkerId],
      foreignColumns: [staff.partnershipId, staff.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.comeBackOf, t.personId],
      foreignColumns: [t.partnershipId, t.id, t.personId],
    }),
    check('episode_status', sql`${t.status} in ('waiting', 'open', 'declined', 'ended')`),
    check(
      'open_has_named_worker',
      sql`${t.status} <> 'open' or (${t.namedWorkerId} is not null and ${t.acceptedOn} is not null)`,
    ),
    check('only_open_has_named_worker', sql`${t.status} = 'open' or ${t.namedWorkerId} is null`),
    check('declined_says_why', sql`(${t.status} = 'declined') = (${t.declinedBecause} is not null)`),
    check(
      'ended_says_how',
      sql`(${t.status} = 'ended') = (${t.endedOn} is not null and ${t.endedHow} is not null)`,
    ),
  ],
)

/** Who was the named worker, from when to when: kept by a trigger on the episode, never two at any instant. */
export const namedWorkers = pgTable(
  'named_workers',
  {
    partnershipId: partnershipId(),
    id: key(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    during: tstzrange('during').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('named_workers_of_episode').on(t.episodeId),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)

/**
 * Where the young person lived on the referral day, by every edition of the indices then loaded. Frozen: a move
 * does not change it, a corrected address does. Deciles are 1 (most deprived) to 10; empty means unknown.
 */
export const episodePlaces = pgTable(
  'episode_places',
  {
    partnershipId: partnershipId(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    edition: text('edition').notNull(),
    vintage: text('vintage').notNull(),
    status: text('status').notNull(),
    lsoa: text('lsoa'),
    authority: text('authority'),
    imd: smallint('imd'),
    income: smallint('income'),
    employment: smallint('employment'),
    education: smallint('education'),
    health: smallint('health'),
    crime: smallint('crime'),
    housing: smallint('housing'),
    environment: smallint('environment'),
    idaci: smallint('idaci'),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.episodeId, t.edition] }),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
  ],
)
