/** The few ways an act can fail, as plain data. Anything else is a fault and goes to the log and the error page. */
export type Failure =
  | { kind: 'signed-out' }
  | { kind: 'not-found' }
  | { kind: 'refused'; because: string }
  | { kind: 'invalid'; fields: Record<string, string> }
  | { kind: 'conflict'; because: string; theirs: Record<string, string> }
  | { kind: 'unavailable' }

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** Thrown inside an act to end it; `act()` rolls back and returns the failure. */
export class Stop extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind)
  }
}

/** The record is missing or out of reach: the same answer for both, so that nobody learns which. */
export const notFound = () => new Stop({ kind: 'not-found' })

/** @param because a sentence a tired person can act on, without personal data */
export const refused = (because: string) => new Stop({ kind: 'refused', because })

/** @param fields sentence by field name */
export const invalid = (fields: Record<string, string>) => new Stop({ kind: 'invalid', fields })

/** @param theirs what the record says now, by field name, to be shown beside what was typed */
export const conflict = (because: string, theirs: Record<string, string> = {}) =>
  new Stop({ kind: 'conflict', because, theirs })
