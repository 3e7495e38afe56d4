import { date, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The wall: every row with people in it belongs to one partnership, and keys include it. */
export const partnershipId = () => uuid('partnership_id').notNull()
export const key = () => uuid('id').notNull()

/** A calendar day (Europe/London), 'YYYY-MM-DD'. */
export const dayColumn = (name: string) => date(name, { mode: 'string' })

/** An instant. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const madeAt = () => instant('made_at').notNull().defaultNow()
