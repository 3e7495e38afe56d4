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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { roles, teamRoles } from '@/lib/access/roles'
import { dayColumn, key, madeAt, partnershipId } from './columns'

const list = (values: readonly string[]) => sql.raw(values.map((v) => `'${v}'`).join(', '))

/** The organisations of one area that agreed to work as one. Nothing crosses it. */
export const partnerships = pgTable(
  'partnerships',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    idleMinutes: integer('idle_minutes').notNull().default(30),
    hiddenLimit: integer('hidden_limit').notNull().default(5),
    comeBackMonths: integer('come_back_months').notNull().default(12),
    secondStep: boolean('second_step').notNull().default(true),
    /** When the rating page shows the last rating: after the new one is given, always, or never while rating. */
    showLastRating: text('show_last_rating').notNull().default('after'),
    demonstration: boolean('demonstration').notNull().default(false),
    version: integer('version').notNull().default(1),
    madeAt: madeAt(),
  },
  (t) => [
    check('idle_minutes_15_to_60', sql`${t.idleMinutes} between 15 and 60`),
    check('hidden_limit_5_to_10', sql`${t.hiddenLimit} between 5 and 10`),
    check('come_back_months_1_to_36', sql`${t.comeBackMonths} between 1 and 36`),
    check('show_last_rating', sql`${t.showLastRating} in ('after', 'always', 'never')`),
  ],
)

export const organisations = pgTable(
  'organisations',
  {
    partnershipId: partnershipId().references(() => partnerships.id),
    id: key(),
    name: text('name').notNull(),
    odsCode: text('ods_code'),
    kind: text('kind').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    check('organisation_kind', sql`${t.kind} in ('nhs', 'charity', 'council', 'commissioner')`),
  ],
)

export const staff = pgTable(
  'staff',
  {
    partnershipId: partnershipId().references(() => partnerships.id),
    id: key(),
    organisationId: uuid('organisation_id'),
    name: text('name').notNull(),
    jobTitle: text('job_title').notNull().default(''),
    email: text('email'),
    /**
     * 'person' works here; 'system' acts for the partnership's own jobs and never signs in; a young person's and a parent's or
     * carer's account stand here too, so that a session, an act and an audit row have one kind of "who".
     */
    kind: text('kind').notNull().default('person'),
    /** Whose pages a young person's, parent's or carer's account opens. */
    personId: uuid('person_id'),
    /** Which parent or carer. */
    relationshipId: uuid('relationship_id'),
    /** Chosen by those who sign in without an e-mail address. */
    signInName: text('sign_in_name'),
    status: text('status').notNull().default('active'),
    version: integer('version').notNull().default(1),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    uniqueIndex('staff_email').on(sql`lower(${t.email})`),
    foreignKey({
      columns: [t.partnershipId, t.organisationId],
      foreignColumns: [organisations.partnershipId, organisations.id],
    }),
    check('staff_kind', sql`${t.kind} in ('person', 'system', 'young-person', 'parent-or-carer')`),
    check(
      'account_of_a_person',
      sql`(${t.kind} in ('young-person', 'parent-or-carer')) = (${t.personId} is not null)`,
    ),
    check('parent_is_named', sql`(${t.kind} = 'parent-or-carer') = (${t.relationshipId} is not null)`),
    check('sign_in_name', sql`${t.signInName} ~ '^[^@[:space:]]{3,40}$'`),
    uniqueIndex('staff_sign_in_name').on(sql`lower(${t.signInName})`),
    uniqueIndex('one_account_of_a_young_person')
      .on(t.personId, t.partnershipId)
      .where(sql`kind = 'young-person' and status <> 'left'`),
    uniqueIndex('one_account_of_a_parent')
      .on(t.relationshipId, t.partnershipId)
      .where(sql`kind = 'parent-or-carer' and status <> 'left'`),
    index('staff_of_person').on(t.personId),
    check('staff_status', sql`${t.status} in ('active', 'suspended', 'left')`),
  ],
)

export const teams = pgTable(
  'teams',
  {
    partnershipId: partnershipId(),
    id: key(),
    organisationId: uuid('organisation_id').notNull(),
    name: text('name').notNull(),
    /** 'clinical' (such as EWMHS) or 'community'. */
    kind: text('kind').notNull(),
    /** Holds a newly accepted young person until someone else is named. */
    dutyStaffId: uuid('duty_staff_id'),
    closedOn: dayColumn('closed_on'),
    version: integer('version').notNull().default(1),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({
      columns: [t.partnershipId, t.organisationId],
      foreignColumns: [organisations.partnershipId, organisations.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.dutyStaffId],
      foreignColumns: [staff.partnershipId, staff.id],
    }),
    check('team_kind', sql`${t.kind} in ('clinical', 'community')`),
  ],
)

/** A role held by someone, in a team where the role works with young people. */
export const memberships = pgTable(
  'memberships',
  {
    partnershipId: partnershipId(),
    id: key(),
    staffId: uuid('staff_id').notNull(),
    teamId: uuid('team_id'),
    role: text('role').notNull(),
    /** The right to import referrals, a right of its own. */
    referralsDesk: boolean('referrals_desk').notNull().default(false),
    fromDay: dayColumn('from_day').notNull(),
    toDay: dayColumn('to_day'),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('memberships_of_staff').on(t.partnershipId, t.staffId),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
    foreignKey({ columns: [t.partnershipId, t.teamId], foreignColumns: [teams.partnershipId, teams.id] }),
    check('membership_role', sql`${t.role} in (${list(roles)})`),
    check('membership_team', sql`(${t.role} in (${list(teamRoles)})) = (${t.teamId} is not null)`),
  ],
)
