import { v7 } from 'uuid'
import { z } from 'zod'

/** A new record id: uuid v7, so that rows lie in the order they were made. Never for anything anonymous: v7 shows the time. */
export const newId = (): string => v7()

export const id = z.uuid({ error: 'This link is not right. Go back and try again.' })

/** Whether a text may be an id. What stands in an address is asked first: the database would fail over anything else. */
export const isId = (text: unknown): text is string => id.safeParse(text).success

/** How an id is written, for names that have one in them. */
export const idForm = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
