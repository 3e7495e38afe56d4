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
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { allowanceBases, allowanceItems } from '@/lib/people/allowances'
import { questionKeys } from '@/lib/people/consent'
import { dayColumn, instant, key, madeAt, partnershipId } from './columns'
import { staff } from './organisations'
import { people, relationships } from './people'

const list = (values: readonly string[]) => sql.raw(values.map((v) => `'${v}'`).join(', '))

/**
 * Whether a young person under 16 was able to make one decision (Gillick): what the decision was, and what showed that they
 * understood it, were mature enough for it and were free to choose. One row for each decision; never a lasting flag. Append-only.
 */
export const capacityDecisions = pgTable(
  'capacity_decisions',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    /** Which decision, a key of lib/people/consent.ts. */
    question: text('question').notNull(),
    /** Which parent or carer it is about, where it is about one. */
    relationshipId: uuid('relationship_id'),
    /** The decision as it was put to them. */
    words: text('words').notNull(),
    able: boolean('able').notNull(),
    understanding: text('understanding').notNull(),
    maturity: text('maturity').notNull(),
    voluntariness: text('voluntariness').notNull(),
    /** Who assessed, where it was not whoever wrote it down. */
    assessor: text('assessor').notNull().default(''),
    othersPresent: text('others_present').notNull().default(''),
    assessedOn: dayColumn('assessed_on').notNull(),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique('capacity_with_person').on(t.partnershipId, t.id, t.personId),
    index('capacity_decisions_of_person').on(t.personId),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({
      columns: [t.partnershipId, t.relationshipId],
      foreignColumns: [relationships.partnershipId, relationships.id],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('capacity_question', sql`${t.question} in (${list(questionKeys)})`),
    check('capacity_decision_words', sql`btrim(${t.words}) <> ''`),
  ],
)

/** One thing that one parent or carer may see, who decided so and on what basis. Ended with a reason, never changed. */
export const allowances = pgTable(
  'allowances',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    relationshipId: uuid('relationship_id').notNull(),
    item: text('item').notNull(),
    /** The goal, where it is one goal; a section of the plan is named by `section`. */
    itemId: uuid('item_id'),
    section: text('section').notNull().default(''),
    basis: text('basis').notNull(),
    /** The decision about their ability that this rests on, under 16. */
    capacityId: uuid('capacity_id'),
    /** What the young person said about it. */
    wishWords: text('wish_words').notNull().default(''),
    /** Who holds parental responsibility and agreed, where that is the basis. */
    decidedBy: text('decided_by').notNull().default(''),
    fromDay: dayColumn('from_day').notNull(),
    /** The first day it no longer holds: a parent's decision ends on the sixteenth birthday. */
    toDay: dayColumn('to_day'),
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
    endedBecause: text('ended_because').notNull().default(''),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('allowances_of_person').on(t.personId),
    index('allowances_of_relationship').on(t.relationshipId),
    uniqueIndex('allowed_once')
      .on(t.partnershipId, t.relationshipId, t.item, sql`coalesce(item_id, relationship_id)`, t.section)
      .where(sql`ended_at is null`),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({
      columns: [t.partnershipId, t.relationshipId],
      foreignColumns: [relationships.partnershipId, relationships.id],
    }),
    foreignKey({
      columns: [t.partnershipId, t.capacityId, t.personId],
      foreignColumns: [capacityDecisions.partnershipId, capacityDecisions.id, capacityDecisions.personId],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    foreignKey({ columns: [t.partnershipId, t.endedBy], foreignColumns: [staff.partnershipId, staff.id] }),
    check('allowance_item', sql`${t.item} in (${list(allowanceItems)})`),
    check('allowance_basis', sql`${t.basis} in (${list(allowanceBases)})`),
    check('one_goal_is_named', sql`(${t.item} = 'goal') = (${t.itemId} is not null)`),
    check('one_section_is_named', sql`(${t.item} = 'plan-section') = (${t.section} <> '')`),
    check('under_16_rests_on_a_decision', sql`${t.basis} = 'own-yes' or ${t.capacityId} is not null`),
    check(
      'a_parents_decision_ends_at_16',
      sql`${t.basis} <> 'parental-responsibility' or ${t.toDay} is not null`,
    ),
    check('allowance_ended_by_somebody', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`),
  ],
)

/** A line somebody can ring, text or open when they need help now; set and checked by the service. */
export const helpLines = pgTable(
  'help_lines',
  {
    partnershipId: partnershipId(),
    id: key(),
    name: text('name').notNull(),
    words: text('words').notNull().default(''),
    hours: text('hours').notNull().default(''),
    kind: text('kind').notNull(),
    /** The number, or the address of the page. */
    contact: text('contact').notNull(),
    /** What to write, for a line by text: 'SHOUT'. */
    textWord: text('text_word').notNull().default(''),
    position: integer('position').notNull(),
    checkedOn: dayColumn('checked_on').notNull(),
    removedAt: instant('removed_at'),
    version: integer('version').notNull().default(1),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('help_line_kind', sql`${t.kind} in ('phone', 'text', 'web')`),
    check('help_line_contact', sql`btrim(${t.contact}) <> ''`),
  ],
)

/** What a worker lets the young people they help know about reaching them. */
export const workerCards = pgTable(
  'worker_cards',
  {
    partnershipId: partnershipId(),
    staffId: uuid('staff_id').notNull(),
    phone: text('phone').notNull().default(''),
    /** 'In on Tuesday and Thursday. Text is best.' */
    words: text('words').notNull().default(''),
    version: integer('version').notNull().default(1),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.staffId] }),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)
