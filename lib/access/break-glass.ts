import { z } from 'zod'

/**
 * Opening a record out of reach in need. One hour: long enough to read what matters and make the calls, short enough that
 * a second opening has to be meant. The database allows eight at most.
 */
export const minutesOpen = 60

/** Tries that found nobody before the form rests for an hour: it must not become a way to look for people. */
export const triesAnHour = 5

export const reason = z
  .string({ error: 'Write why you need to open this record now.' })
  .max(2000, 'Use 2,000 letters or fewer.')
  // Letters as people and the database count them: an emoji is one.
  .refine((text) => [...text.trim()].length >= 10, {
    error: 'Write why you need to open this record now, in at least 10 letters.',
  })

/** 'one hour', for the warning and the notice */
export const timeOpenInWords = 'one hour'
