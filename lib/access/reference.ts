/**
 * A young person's record for those who look after access and see no records: the same eight signs each time, saying
 * nothing about who it is.
 */
export const recordReference = (personId: string): string => personId.slice(-8)
