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
import { dayColumn, instant, key, madeAt, partnershipId } from './columns'
import { organisations, staff, teams } from './organisations'

/** One row for each young person in a partnership. */
export const people = pgTable(
  'people',
  {
    partnershipId: partnershipId(),
    id: key(),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    knownAs: text('known_as').notNull().default(''),
    pronouns: text('pronouns').notNull().default(''),
    born: dayColumn('born').notNull(),
    nhsNumber: text('nhs_number'),
    nhsNumberAbsent: text('nhs_number_absent'),
    phone: text('phone').notNull().default(''),
    email: text('email').notNull().default(''),
    safeContact: text('safe_contact').notNull().default(''),
    communicationNeeds: text('communication_needs').notNull().default(''),
    language: text('language').notNull().default(''),
    school: text('school').notNull().default(''),
    gpPractice: text('gp_practice').notNull().default(''),
    gpOdsCode: text('gp_ods_code'),
    diedOn: dayColumn('died_on'),
    version: integer('version').notNull().default(1),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    // What varies comes first: before a table has statistics, an index that begins with the partnership is taken for a look-up
    // by key too, and reads every row of it (a first import of 3,000 people then takes minutes).
    unique('people_nhs_number').on(t.nhsNumber, t.partnershipId),
    index('people_by_birth').on(t.born, t.partnershipId),
    check('nhs_number_ten_digits', sql`${t.nhsNumber} ~ '^[0-9]{10}$'`),
    check('nhs_number_or_reason', sql`${t.nhsNumber} is not null or ${t.nhsNumberAbsent} is not null`),
  ],
)

/** What a sending system calls this person, such as the person_id column of a referrals file. */
export const personReferences = pgTable(
  'person_references',
  {
    partnershipId: partnershipId(),
    organisationId: uuid('organisation_id').notNull(),
    reference: text('reference').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.organisationId, t.reference] }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({
      columns: [t.partnershipId, t.organisationId],
      foreignColumns: [organisations.partnershipId, organisations.id],
    }),
  ],
)

/** Where someone lives or lived. A move adds a row; a correction replaces the row it corrects and says so. */
export const addresses = pgTable(
  'addresses',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    lines: text('lines').notNull().default(''),
    /** As typed; `pcds` is the normalised form when it is a postcode at all. */
    postcode: text('postcode').notNull().default(''),
    pcds: text('pcds'),
    fromDay: dayColumn('from_day').notNull(),
    toDay: dayColumn('to_day'),
    corrects: uuid('corrects'),
    correctedAt: instant('corrected_at'),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('addresses_of_person').on(t.personId, t.fromDay),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)

/** Equality facts and circumstances as told, dated; the newest counts. Values include 'not-asked' and 'chose-not-to-say'. */
export const equalityFacts = pgTable(
  'equality_facts',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    fact: text('fact').notNull(),
    value: text('value').notNull(),
    words: text('words').notNull().default(''),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('equality_facts_of_person').on(t.personId, t.fact, t.madeAt),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)

/** The people who matter to someone. Parental responsibility is recorded, never assumed. */
export const relationships = pgTable(
  'relationships',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    name: text('name').notNull(),
    relation: text('relation').notNull(),
    phone: text('phone').notNull().default(''),
    parentalResponsibility: text('parental_responsibility').notNull().default('not-asked'),
    livesWith: text('lives_with').notNull().default('not-asked'),
    contactWords: text('contact_words').notNull().default(''),
    endedOn: dayColumn('ended_on'),
    version: integer('version').notNull().default(1),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('relationships_of_person').on(t.personId),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
  ],
)

/** Sharing with one recipient for one purpose: the young person's wish kept apart from the lawful basis. */
export const sharingEntries = pgTable(
  'sharing_entries',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    /** A team of the partnership (which then comes within reach while the entry stands), or someone outside in words. */
    recipientTeamId: uuid('recipient_team_id'),
    recipientWords: text('recipient_words').notNull().default(''),
    purpose: text('purpose').notNull(),
    wish: text('wish').notNull(),
    wishWords: text('wish_words').notNull().default(''),
    basis: text('basis'),
    basisWords: text('basis_words').notNull().default(''),
    decidedBy: text('decided_by').notNull().default(''),
    fromDay: dayColumn('from_day').notNull(),
    toDay: dayColumn('to_day'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnWords: text('withdrawn_words'),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('sharing_entries_of_person').on(t.personId),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({
      columns: [t.partnershipId, t.recipientTeamId],
      foreignColumns: [teams.partnershipId, teams.id],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('sharing_wish', sql`${t.wish} in ('yes', 'no', 'not-asked')`),
  ],
)
