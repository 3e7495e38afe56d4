import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  customType,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { endingReasons } from '@/lib/access/ending'
import { app } from './access'
import { instant, key, madeAt, partnershipId } from './columns'
import { staff } from './organisations'
import { people, relationships } from './people'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const list = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(', '))

/**
 * An invitation to a young person, or to a parent or carer, to open pages of their own: a link and a code given in person.
 * Only hashes of both are kept. It works once.
 */
export const invitations = app.table(
  'invitations',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    /** Which parent or carer; empty for the young person. */
    relationshipId: uuid('relationship_id'),
    /** The account this opens: one that is there already, or the id it will have. */
    accountId: uuid('account_id').notNull(),
    tokenHash: bytea('token_hash').notNull(),
    /** Of link and code together, under a key the database does not have. */
    codeHash: bytea('code_hash').notNull(),
    triesLeft: integer('tries_left').notNull().default(5),
    expiresAt: instant('expires_at').notNull().default(sql`now() + interval '7 days'`),
    usedAt: instant('used_at'),
    withdrawnAt: instant('withdrawn_at'),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    uniqueIndex('invitation_token').on(t.tokenHash),
    index('invitations_of_person').on(t.personId),
    uniqueIndex('one_open_invitation').on(t.accountId).where(sql`used_at is null and withdrawn_at is null`),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({
      columns: [t.partnershipId, t.relationshipId],
      foreignColumns: [relationships.partnershipId, relationships.id],
    }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('invitation_tries', sql`${t.triesLeft} between 0 and 5`),
    check('invitation_ends', sql`${t.expiresAt} <= ${t.madeAt} + interval '8 days'`),
  ],
)

/** Why an account of a young person, a parent or a carer was ended, in words. Append-only. */
export const accountEndings = app.table(
  'account_endings',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    accountId: uuid('account_id').notNull(),
    because: text('because').notNull(),
    words: text('words').notNull().default(''),
    byStaffId: uuid('by_staff_id').notNull(),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('account_endings_of_person').on(t.personId),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({ columns: [t.partnershipId, t.accountId], foreignColumns: [staff.partnershipId, staff.id] }),
    foreignKey({ columns: [t.partnershipId, t.byStaffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('ending_because', sql`${t.because} in (${list(Object.keys(endingReasons))})`),
    check('ending_words', sql`${t.because} <> 'other' or btrim(${t.words}) <> ''`),
  ],
)

/** A passkey: the key pair's public half. The private half never leaves the device or its owner's key ring. */
export const passkeys = app.table(
  'passkeys',
  {
    partnershipId: partnershipId(),
    id: key(),
    staffId: uuid('staff_id').notNull(),
    credentialId: bytea('credential_id').notNull(),
    publicKey: bytea('public_key').notNull(),
    /** Counts the device's signatures, where it counts them: one that goes back comes from a copy. */
    counter: bigint('counter', { mode: 'number' }).notNull().default(0),
    transports: text('transports').array().notNull().default(sql`'{}'`),
    name: text('name').notNull(),
    madeAt: madeAt(),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    uniqueIndex('passkey_credential').on(t.credentialId),
    index('passkeys_of_account').on(t.partnershipId, t.staffId),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)

/** Numbers a passkey is asked to sign: each works once, for five minutes, for the browser or session it was made for. */
export const passkeyChallenges = app.table('passkey_challenges', {
  challenge: bytea('challenge').primaryKey(),
  boundTo: bytea('bound_to').notNull(),
  expiresAt: instant('expires_at').notNull().default(sql`now() + interval '5 minutes'`),
})
