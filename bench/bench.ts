/** A bench prints its figures and says whether it reached its goal. */
export type Bench = (args: string[]) => Promise<boolean>
