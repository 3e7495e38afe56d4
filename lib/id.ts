import { v7 } from 'uuid'
import { z } from 'zod'

/** A new record id: uuid v7, so that rows lie in the order they were made. Never for anything anonymous: v7 shows the time. */
export const newId = (): string => v7()

export const id = z.uuid({ error: 'This link is not right. Go back and try again.' })
