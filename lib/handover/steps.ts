import type { Day } from '@/lib/day'

/**
 * A gradual hand-over: two people beside the young person at once, and a way back. The whole life cycle is the table below.
 * Inviting, accepting and declining happen inside "Getting ready".
 */
export const steps = [
  'thinking',
  'getting-ready',
  'meeting-together',
  'facilitator-leads',
  'living-it',
  'ended',
] as const
export type Step = (typeof steps)[number]

/** Who asks. A team lead of either team may do what their workers may; a colleague of theirs may look, and no more. */
export type Mover = 'sending-worker' | 'receiving-worker' | 'team-lead' | 'colleague'

/** The two ends of a hand-over. */
export type Ends = {
  fromTeamId: string
  toTeamId: string
  sendingWorkerId: string
  receivingWorkerId: string | null
}

/**
 * As whom somebody acts in a hand-over. The lead of one team never acts for the other: they count as their own team's
 * worker, unless they lead both.
 */
export const moverOf = (
  who: { staffId: string; teamIds: readonly string[]; lead: boolean },
  ends: Ends,
): Mover => {
  const sends = who.teamIds.includes(ends.fromTeamId)
  const receives = who.teamIds.includes(ends.toTeamId)
  if (sends && who.staffId === ends.sendingWorkerId) return 'sending-worker'
  if (receives && who.staffId === ends.receivingWorkerId) return 'receiving-worker'
  if (!who.lead || !(sends || receives)) return 'colleague'
  if (sends && receives) return 'team-lead'
  return sends ? 'sending-worker' : 'receiving-worker'
}

/** What is true of a hand-over now. The act fills it in from the record; the rules below need nothing else. */
export type HandoverState = {
  step: Step
  /** 'active' until it is declined, stopped, ended or the young person came back */
  state: 'active' | 'declined' | 'stopped' | 'ended' | 'came-back'
  /** someone at the sending team takes the young person back if sharing is withdrawn */
  returnContact: boolean
  /** there is a lawful basis for sharing with the receiving team, and it is in force */
  basis: boolean
  goalsReviewed: boolean
  /** what to keep doing and what to watch for are written down */
  summaryWritten: boolean
  invited: boolean
  accepted: boolean
  jointMeeting: 'none' | 'booked' | 'held'
  /** the young person said, in their words, that they are ready */
  readyInTheirWords: boolean
  /** the young person was told how to come back and until when */
  comeBackUntil: Day | null
}

export type Condition = keyof typeof conditions

/** What must be true, and what to say and do when it is not. */
export const conditions = {
  returnContact: {
    met: (s: HandoverState) => s.returnContact,
    missing: 'Name who takes them back if they change their mind.',
  },
  basis: {
    met: (s: HandoverState) => s.basis,
    missing: 'Record their wish about sharing, and the lawful basis, for the receiving team.',
  },
  goalsReviewed: {
    met: (s: HandoverState) => s.goalsReviewed,
    missing: 'Go through their goals together.',
  },
  summaryWritten: {
    met: (s: HandoverState) => s.summaryWritten,
    missing: 'Write what to keep doing and what to watch for.',
  },
  invited: {
    met: (s: HandoverState) => s.invited,
    missing: 'Invite the receiving worker.',
  },
  accepted: {
    met: (s: HandoverState) => s.accepted,
    missing: 'Wait until the receiving worker accepts.',
  },
  jointMeetingBooked: {
    met: (s: HandoverState) => s.jointMeeting !== 'none',
    missing: 'Book the first meeting together.',
  },
  jointMeetingHeld: {
    met: (s: HandoverState) => s.jointMeeting === 'held',
    missing: 'Meet together once, all three.',
  },
  readyInTheirWords: {
    met: (s: HandoverState) => s.readyInTheirWords,
    missing: 'Ask the young person if they are ready, and write it in their words.',
  },
  wayBackTold: {
    met: (s: HandoverState) => s.comeBackUntil !== null,
    missing: 'Tell them how to come back and until when.',
  },
} as const

type Row = {
  words: string
  /** the accountable person while this step lasts; once it has ended, the one they can still turn to */
  namedWorker: 'sending-worker' | 'receiving-worker'
  next: Step | null
  movesOn: readonly Mover[]
  needs: readonly Condition[]
  back: Step | null
  movesBack: readonly Mover[]
}

export const stepTable: Record<Step, Row> = {
  thinking: {
    words: 'Thinking about it',
    namedWorker: 'sending-worker',
    next: 'getting-ready',
    movesOn: ['sending-worker', 'team-lead'],
    needs: ['returnContact'],
    back: null,
    movesBack: [],
  },
  'getting-ready': {
    words: 'Getting ready',
    namedWorker: 'sending-worker',
    next: 'meeting-together',
    movesOn: ['sending-worker', 'receiving-worker', 'team-lead'],
    needs: ['basis', 'goalsReviewed', 'summaryWritten', 'invited', 'accepted', 'jointMeetingBooked'],
    back: 'thinking',
    movesBack: ['sending-worker', 'team-lead'],
  },
  'meeting-together': {
    words: 'Meeting together',
    namedWorker: 'sending-worker',
    next: 'facilitator-leads',
    movesOn: ['sending-worker', 'receiving-worker', 'team-lead'],
    needs: ['basis', 'accepted', 'jointMeetingHeld', 'readyInTheirWords'],
    back: 'getting-ready',
    movesBack: ['sending-worker', 'receiving-worker', 'team-lead'],
  },
  'facilitator-leads': {
    words: 'Receiving worker leads, sending worker on hand',
    namedWorker: 'receiving-worker',
    next: 'living-it',
    movesOn: ['sending-worker', 'receiving-worker', 'team-lead'],
    needs: ['basis'],
    back: 'meeting-together',
    movesBack: ['sending-worker', 'receiving-worker', 'team-lead'],
  },
  'living-it': {
    words: 'Living it',
    namedWorker: 'receiving-worker',
    next: 'ended',
    movesOn: ['receiving-worker', 'team-lead'],
    needs: ['wayBackTold'],
    back: 'facilitator-leads',
    movesBack: ['receiving-worker', 'team-lead'],
  },
  ended: {
    words: 'Ended, can come back',
    namedWorker: 'receiving-worker',
    next: null,
    movesOn: [],
    needs: [],
    back: null,
    movesBack: [],
  },
}

export const stepInWords = (step: Step): string => stepTable[step].words

/** Both names are shown until "Living it": nobody is left between two services. */
export const showsBothNames = (step: Step): boolean => steps.indexOf(step) < steps.indexOf('living-it')

export const namedWorkerAt = (step: Step): 'sending-worker' | 'receiving-worker' =>
  stepTable[step].namedWorker
