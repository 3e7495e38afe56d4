/** A proof prints what it tried and found; a figure of 0 tries is a failure. */
export type Proof = (options: { short: boolean }) => Promise<{ passed: number; failed: number }>
