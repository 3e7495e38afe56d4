/** Milliseconds before the next try, by how many have failed: soon at first, then every half minute. */
export const pauseBefore = (failures: number): number =>
  Math.min(1_000 * 2 ** Math.max(0, failures - 1), 30_000)

/**
 * Whether a form did not get through: no connection, a server that is starting again, a proxy that answers in its place, an
 * answer cut short. What our own server throws carries a digest; what Next throws to go elsewhere does too.
 */
export const notReached = (error: unknown): boolean =>
  error instanceof Error && !('digest' in error) && error.name !== 'UnrecognizedActionError'

/** The page is of an earlier build than the server, which does not know its forms any more. */
export const outdated = (error: unknown): boolean =>
  error instanceof Error && error.name === 'UnrecognizedActionError'
