import { doors } from './addresses'
import { acts, reads } from './policy'

/** Names that do not say enough by themselves. */
const special: Record<string, string> = {
  account: 'Own account',
  auditTrail: 'Audit log',
  breakGlass: 'Open a record in need',
  breakGlassForm: 'Form to open a record in need',
  breakGlassReviews: 'Records opened in need',
  caseload: 'My young people',
  createPartnership: 'Partnership made',
  givenToDutyWorker: 'Given to the duty worker',
  handovers: 'Hand-over board',
  knownHere: 'Already known here',
  reviewBreakGlass: 'Look at a record opened in need',
  signInElsewhere: 'Sign in through the organisation',
  staffLeaves: 'Somebody leaves',
  staffMember: 'Account of a member of staff',
  team: 'Team',
}

/** 'writeNote' as 'Write note': the name of an act is what the user would say. */
export const actInWords = (act: string): string =>
  special[act] ??
  act
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/handover/gi, (found) => (found.startsWith('H') ? 'Hand-over' : 'hand-over'))
    .replace(/^./, (first) => first.toUpperCase())

/** Everything that writes an audit row, for a list to choose from, in the order of its words. */
export const auditedActs: readonly { act: string; words: string }[] = [
  ...new Set([
    ...Object.keys(acts),
    ...Object.keys(reads),
    ...Object.keys(doors).filter((door) => !door.startsWith('/')),
    'createPartnership',
    'givenToDutyWorker',
    'knownHere',
    'signOut',
    'startSystemSession',
  ]),
]
  .map((act) => ({ act, words: actInWords(act) }))
  .sort((a, b) => a.words.localeCompare(b.words, 'en-GB'))

export const outcomes = {
  done: 'Done',
  opened: 'Opened',
  refused: 'Refused',
  'not-found': 'Not found, or out of reach',
  failed: 'Failed',
  throttled: 'Too many tries',
  'signed-out': 'Signed out',
} as const
export type Outcome = keyof typeof outcomes
export const outcomeInWords = (outcome: string): string =>
  (outcomes as Record<string, string>)[outcome] ?? outcome
