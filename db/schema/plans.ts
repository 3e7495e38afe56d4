import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Sections } from '@/lib/plans/plan'
import { instant, key, madeAt, partnershipId } from './columns'
import { episodes } from './episodes'
import { organisations, staff, teams } from './organisations'
import { people, relationships } from './people'

/**
 * A plan as it stood from one saving to the next. Append-only: the one with the highest number is current. It is the young
 * person's and not an episode's, so that everybody within whose reach they are sees the same current one.
 */
export const planVersions = pgTable(
  'plan_versions',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    kind: text('kind').notNull(),
    number: integer('number').notNull(),
    sections: jsonb('sections').$type<Sections>().notNull(),
    how: text('how').notNull(),
    /** Who was there when it was written together, in words. */
    whoWasThere: text('who_was_there').notNull().default(''),
    /** During which episode it was written; null where nobody was helping then. */
    episodeId: uuid('episode_id'),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    // What varies comes first, as for NHS numbers.
    unique('plan_versions_numbered').on(t.personId, t.kind, t.number, t.partnershipId),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('plan_kind', sql`${t.kind} in ('wellbeing', 'safety')`),
    check('plan_numbered_from_1', sql`${t.number} >= 1`),
    check('plan_how', sql`${t.how} in ('alone', 'together', 'agreed')`),
  ],
)

/** A change a worker suggests. It waits for the young person's yes, and is answered once. */
export const planProposals = pgTable(
  'plan_proposals',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    kind: text('kind').notNull(),
    /** The number of the version it starts from; 0 where there was none. */
    basedOn: integer('based_on').notNull(),
    sections: jsonb('sections').$type<Sections>().notNull(),
    why: text('why').notNull(),
    state: text('state').notNull().default('waiting'),
    answeredAt: instant('answered_at'),
    answeredBy: uuid('answered_by'),
    answerWords: text('answer_words').notNull().default(''),
    /** The version it became. */
    became: integer('became'),
    episodeId: uuid('episode_id'),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('plan_proposals_of_person').on(t.personId, t.kind, t.state),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({
      columns: [t.partnershipId, t.episodeId, t.personId],
      foreignColumns: [episodes.partnershipId, episodes.id, episodes.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    foreignKey({ columns: [t.partnershipId, t.answeredBy], foreignColumns: [staff.partnershipId, staff.id] }),
    check('proposal_kind', sql`${t.kind} in ('wellbeing', 'safety')`),
    check('proposal_state', sql`${t.state} in ('waiting', 'agreed', 'declined', 'withdrawn')`),
    check('proposal_answered', sql`(${t.state} = 'waiting') = (${t.answeredAt} is null)`),
    check('proposal_became', sql`(${t.state} = 'agreed') = (${t.became} is not null)`),
  ],
)

/** One line shown to somebody who would not see it: every line is the young person's and their workers' otherwise. */
export const planLineShares = pgTable(
  'plan_line_shares',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    kind: text('kind').notNull(),
    lineId: uuid('line_id').notNull(),
    /** With whom: exactly one of these. */
    relationshipId: uuid('relationship_id'),
    staffId: uuid('staff_id'),
    teamId: uuid('team_id'),
    organisationId: uuid('organisation_id'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by'),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('plan_line_shares_of_person').on(t.personId, t.kind),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({
      columns: [t.partnershipId, t.relationshipId],
      foreignColumns: [relationships.partnershipId, relationships.id],
    }),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
    foreignKey({ columns: [t.partnershipId, t.teamId], foreignColumns: [teams.partnershipId, teams.id] }),
    foreignKey({
      columns: [t.partnershipId, t.organisationId],
      foreignColumns: [organisations.partnershipId, organisations.id],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    foreignKey({
      columns: [t.partnershipId, t.withdrawnBy],
      foreignColumns: [staff.partnershipId, staff.id],
    }),
    check('share_kind', sql`${t.kind} in ('wellbeing', 'safety')`),
    check(
      'share_with_one',
      sql`num_nonnulls(${t.relationshipId}, ${t.staffId}, ${t.teamId}, ${t.organisationId}) = 1`,
    ),
    check('share_withdrawn_by', sql`(${t.withdrawnAt} is null) = (${t.withdrawnBy} is null)`),
  ],
)
