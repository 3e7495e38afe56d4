import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, key, madeAt, partnershipId } from './columns'
import { staff } from './organisations'
import { people } from './people'

/** What the service keeps for itself: sessions, reach, keys. Not part of anyone's record. */
export const app = pgSchema('app')

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' })

/** The cookie carries the token; only its hash is kept. */
export const sessions = app.table(
  'sessions',
  {
    tokenHash: bytea('token_hash').primaryKey(),
    id: uuid('id').notNull(),
    partnershipId: partnershipId(),
    staffId: uuid('staff_id').notNull(),
    role: text('role').notNull(),
    /**
     * 'full', or what must still be done first: 'second-step' (set one up) or 'password' (choose your own). 'in-room' while
     * the screen is handed over: nothing but the rating page of one person opens.
     */
    stage: text('stage').notNull().default('full'),
    /** Whose rating page, while the screen is handed over. */
    inRoomWith: uuid('in_room_with'),
    madeAt: madeAt(),
    seenAt: instant('seen_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    index('sessions_of_staff').on(t.partnershipId, t.staffId),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('session_stage', sql`${t.stage} in ('full', 'second-step', 'password', 'in-room')`),
    check('session_in_room', sql`(${t.stage} = 'in-room') = (${t.inRoomWith} is not null)`),
  ],
)

export const credentials = app.table(
  'credentials',
  {
    partnershipId: partnershipId(),
    staffId: uuid('staff_id').notNull(),
    passwordHash: text('password_hash'),
    /** A password handed over in person must be changed at the first sign-in. */
    mustChange: boolean('must_change').notNull().default(false),
    totpSecret: text('totp_secret'),
    totpConfirmedAt: instant('totp_confirmed_at'),
    /** The last time step that was used: a code works once. */
    totpLastStep: integer('totp_last_step'),
    oidcIssuer: text('oidc_issuer'),
    oidcSubject: text('oidc_subject'),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.staffId] }),
    uniqueIndex('credentials_elsewhere').on(t.oidcIssuer, t.oidcSubject),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)

export const recoveryCodes = app.table(
  'recovery_codes',
  {
    partnershipId: partnershipId(),
    staffId: uuid('staff_id').notNull(),
    codeHash: bytea('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.staffId, t.codeHash] }),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
  ],
)

/** Who may open what: kept by triggers for each member of staff or team, never written by the application. */
export const reach = app.table(
  'reach',
  {
    partnershipId: partnershipId(),
    /** A member of staff or a team. */
    principalId: uuid('principal_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    because: text('because').notNull(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at'),
  },
  (t) => [
    index('reach_by_episode').on(t.episodeId, t.principalId),
    index('reach_by_person').on(t.personId, t.principalId),
    index('reach_by_principal').on(t.principalId, t.episodeId),
  ],
)

/** An act with the same key runs once; the same key with other content is a conflict. Kept for a day. */
export const idempotencyKeys = app.table(
  'idempotency_keys',
  {
    partnershipId: partnershipId(),
    staffId: uuid('staff_id').notNull(),
    key: uuid('key').notNull(),
    act: text('act').notNull(),
    input: json('input'),
    inputHash: text('input_hash').notNull(),
    // json, not jsonb: a repeated act is answered byte for byte as the first was.
    result: json('result'),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.staffId, t.key] }),
    index('idempotency_keys_by_age').on(t.madeAt),
  ],
)

/** One row for each act and each opened record. Append-only; no clinical text; sealed by a job. */
export const auditLog = app.table(
  'audit_log',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    at: instant('at').notNull().default(sql`clock_timestamp()`),
    /** Empty only for a sign-in that matched nobody. */
    partnershipId: uuid('partnership_id'),
    staffId: uuid('staff_id'),
    role: text('role'),
    act: text('act').notNull(),
    outcome: text('outcome').notNull(),
    personId: uuid('person_id'),
    recordId: uuid('record_id'),
    detail: jsonb('detail').notNull().default({}),
  },
  (t) => [
    index('audit_log_by_xid').on(t.xid, t.id),
    index('audit_log_by_person').on(t.partnershipId, t.personId, t.id),
    index('audit_log_by_partnership').on(t.partnershipId, t.id),
  ],
)

/** The hash chain over the audit log: each seal covers the rows of the transactions from one horizon to the next. */
export const auditSeals = app.table('audit_seals', {
  seq: integer('seq').primaryKey(),
  fromXid: xid8('from_xid').notNull(),
  toXid: xid8('to_xid').notNull(),
  count: integer('count').notNull(),
  previous: bytea('previous').notNull(),
  hash: bytea('hash').notNull(),
  signature: bytea('signature'),
  at: instant('at').notNull().defaultNow(),
})

/** Opening a record out of reach, with a reason, for a limited time, to be looked at afterwards. */
export const breakGlass = app.table(
  'break_glass',
  {
    partnershipId: partnershipId(),
    id: key(),
    personId: uuid('person_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    reason: text('reason').notNull(),
    fromAt: instant('from_at').notNull().defaultNow(),
    toAt: instant('to_at').notNull(),
    reviewedAt: instant('reviewed_at'),
    reviewedBy: uuid('reviewed_by'),
    reviewWords: text('review_words'),
    /** Judged in the review: showing it to the young person on their own pages would not be safe. */
    keptFromThem: boolean('kept_from_them').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    foreignKey({ columns: [t.partnershipId, t.personId], foreignColumns: [people.partnershipId, people.id] }),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('break_glass_reason', sql`length(btrim(${t.reason})) >= 10`),
    check(
      'break_glass_limit',
      sql`${t.toAt} > ${t.fromAt} and ${t.toAt} <= ${t.fromAt} + interval '8 hours'`,
    ),
  ],
)

/** Counters of guesses (rate-limiter-flexible keeps them here so that every process shares them). */
export const throttle = app.table('throttle', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
})

/**
 * What somebody typed into a search, under an opaque id, so that no name or number is ever part of an address. Seen only
 * by who typed it, for a day.
 */
export const searches = app.table(
  'searches',
  {
    partnershipId: partnershipId(),
    id: key(),
    staffId: uuid('staff_id').notNull(),
    /** 'search', or 'referral': looking before a new referral is written. */
    kind: text('kind').notNull(),
    typed: jsonb('typed').$type<Record<string, string>>().notNull(),
    /** Before a referral: somebody out of reach has this NHS number, or this full name and birth date. */
    knownHere: boolean('known_here').notNull().default(false),
    madeAt: madeAt(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.id] }),
    index('searches_by_age').on(t.madeAt),
    foreignKey({ columns: [t.partnershipId, t.staffId], foreignColumns: [staff.partnershipId, staff.id] }),
    check('search_kind', sql`${t.kind} in ('search', 'referral')`),
  ],
)
