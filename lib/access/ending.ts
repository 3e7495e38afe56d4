/** Why an account of a young person, a parent or a carer is ended. */
export const endingReasons = {
  asked: 'They asked for it',
  'not-safe': 'It is not safe for them now',
  'wrong-person': 'Somebody else was using it, or it was made for the wrong person',
  'not-needed': 'It is not needed any more',
  other: 'Something else',
} as const
export type EndingReason = keyof typeof endingReasons
