import {
  customType,
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
import type { Typed } from '@/lib/drafts/drafts'
import { app } from './access'
import { instant, key, madeAt, partnershipId } from './columns'
import { staff } from './organisations'
import { people } from './people'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** What somebody typed and has not saved yet: theirs alone, one for each form about each thing. Gone once it is saved. */
export const drafts = pgTable(
  'drafts',
  {
    partnershipId: partnershipId(),
    id: key(),
    staffId: uuid('staff_id').notNull(),
    /** Which form: a key of lib/drafts/forms.ts. */
    form: text('form').notNull(),
    personId: uuid('person_id'),
    /** What it is about beside the person: a meeting, a goal. */
    recordId: uuid('record_id'),
    input: jsonb('input').$type<Typed>().notNull(),
    /** The version of the saved record that was on the page when the draft was begun, where there is one. */
    basis: text('basis').notNull().default(''),
    version: integer('version').notNull().default(1),
    /** The window that saved it last, and its how-manieth save that was: a window is never in its own way. */
    window: uuid('by_window').notNull(),
    turn: integer('turn').notNull(),
    madeAt: madeAt(),
    savedAt: instant('saved_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    unique('one_draft_of_a_form')
      .on(t.partnershipId, t.staffId, t.form, t.personId, t.recordId)
      .nullsNotDistinct(),
    index('drafts_by_age').on(t.savedAt),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
  ],
)

/**
 * What somebody without script had posted when their session had ended: sealed with a key that only their browser has, so
 * that it can be shown again beside the sign-in. For an hour.
 */
export const heldTexts = app.table(
  'held_texts',
  {
    partnershipId: partnershipId(),
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id').notNull(),
    sealed: bytea('sealed').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    index('held_texts_by_age').on(t.madeAt),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)
