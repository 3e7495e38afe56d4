import { type Day, inWords } from '@/lib/day'

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

type Condition = keyof typeof conditions

/** What must be true, and what to say and do when it is not. */
const conditions = {
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

/** What is still to do before the next step, as sentences; empty when nothing is. */
export const missingFor = (state: HandoverState): string[] =>
  stepTable[state.step].needs
    .filter((need) => !conditions[need].met(state))
    .map((need) => conditions[need].missing)

export type Refused = { refused: string }
export const isRefused = (answer: unknown): answer is Refused =>
  typeof answer === 'object' && answer !== null && 'refused' in answer

const refuse = (refused: string): Refused => ({ refused })

const moverWords: Record<Mover, string> = {
  'sending-worker': 'the sending worker',
  'receiving-worker': 'the receiving worker',
  'team-lead': 'a team lead',
  colleague: 'a colleague',
}

const only = (movers: readonly Mover[]) => {
  const words = movers.map((mover) => moverWords[mover])
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words[0]
}

const closed = (state: Pick<HandoverState, 'step' | 'state'>): Refused | undefined => {
  if (state.state === 'declined') return refuse('This hand-over was declined. Start a new one.')
  if (state.state === 'stopped') return refuse('This hand-over was stopped. Start a new one.')
  if (state.state === 'came-back')
    return refuse('They came back, so this hand-over is over. Start a new one.')
  if (state.state === 'ended' || state.step === 'ended')
    return refuse('This hand-over has ended. They can still come back.')
}

/** The step this hand-over moves to next, or why it cannot. */
export const nextStep = (state: HandoverState, by: Mover): Step | Refused => {
  const over = closed(state)
  if (over) return over
  const row = stepTable[state.step]
  if (!row.movesOn.includes(by)) return refuse(`Only ${only(row.movesOn)} can take this step.`)
  const missing = missingFor(state)
  return missing.length > 0 ? refuse(`Cannot move on yet. ${missing.join(' ')}`) : row.next!
}

export const stepBack = (state: HandoverState, by: Mover): Step | Refused => {
  const over = closed(state)
  if (over) return over
  const row = stepTable[state.step]
  if (!row.back) return refuse('This is the first step. Stop the hand-over if it is not wanted.')
  return row.movesBack.includes(by)
    ? row.back
    : refuse(`Only ${only(row.movesBack)} can step back from here.`)
}

const sending: readonly Mover[] = ['sending-worker', 'team-lead']
const receiving: readonly Mover[] = ['receiving-worker', 'team-lead']

const invitationNeeds: readonly Condition[] = ['returnContact', 'basis', 'goalsReviewed', 'summaryWritten']

/** What is still to do before the receiving worker may be invited, as sentences. */
export const missingForInvitation = (state: HandoverState): string[] =>
  invitationNeeds.filter((need) => !conditions[need].met(state)).map((need) => conditions[need].missing)

/**
 * An invitation tells another team that this young person is known here, so it needs the lawful basis first.
 */
export const invite = (state: HandoverState, by: Mover): 'invited' | Refused => {
  const over = closed(state)
  if (over) return over
  if (state.step !== 'getting-ready') return refuse('Invite the receiving worker in “Getting ready”.')
  if (!sending.includes(by)) return refuse(`Only ${only(sending)} can invite.`)
  if (state.invited) return refuse('The receiving worker is already invited.')
  const missing = missingForInvitation(state)
  return missing.length > 0 ? refuse(`Cannot invite yet. ${missing.join(' ')}`) : 'invited'
}

export const accept = (state: HandoverState, by: Mover): 'accepted' | Refused => {
  const over = closed(state)
  if (over) return over
  if (!state.invited) return refuse('There is no invitation to accept.')
  if (state.accepted) return refuse('This hand-over is already accepted.')
  if (!receiving.includes(by)) return refuse('Only the receiving worker or their team lead can accept.')
  return state.basis
    ? 'accepted'
    : refuse('Sharing with the receiving team was withdrawn. Talk to the sending worker.')
}

/** Declining ends this hand-over; the sending worker stays the named worker throughout. */
export const decline = (state: HandoverState, by: Mover, because: string): 'declined' | Refused => {
  const over = closed(state)
  if (over) return over
  if (!state.invited) return refuse('There is no invitation to decline.')
  if (state.accepted) return refuse('This hand-over is already accepted. Step back instead.')
  if (!receiving.includes(by)) return refuse('Only the receiving worker or their team lead can decline.')
  return because.trim() === '' ? refuse('Say why, so that they can plan something else.') : 'declined'
}

/** Stopping before the receiving worker leads: the sending worker simply stays. Afterwards the way is to step back or come back. */
export const stop = (state: HandoverState, by: Mover, because: string): 'stopped' | Refused => {
  const over = closed(state)
  if (over) return over
  if (namedWorkerAt(state.step) === 'receiving-worker')
    return refuse('The receiving worker leads now. Step back first, or bring the young person back.')
  if (!sending.includes(by)) return refuse(`Only ${only(sending)} can stop a hand-over.`)
  return because.trim() === '' ? refuse('Say why the hand-over stops.') : 'stopped'
}

/** What is written down together before the next worker leads: by the two people beside them, or a team lead. */
export const prepare = (state: HandoverState, by: Mover): 'prepared' | Refused => {
  const over = closed(state)
  if (over) return over
  if (by === 'colleague')
    return refuse(`Only ${only(['sending-worker', 'receiving-worker', 'team-lead'])} can change this.`)
  return by === 'receiving-worker' && !state.accepted
    ? refuse('Accept the hand-over first. Then you prepare it together.')
    : 'prepared'
}

/** Back to the sending team without a new referral. */
export const comeBack = (state: HandoverState, today: Day): 'came-back' | Refused => {
  if (state.state === 'came-back') return refuse('They have already come back.')
  if (state.state === 'declined' || state.state === 'stopped')
    return refuse('They never left the sending team.')
  if (namedWorkerAt(state.step) === 'sending-worker')
    return refuse('They are still with the sending team. Step back instead.')
  if (state.step === 'ended' && state.comeBackUntil !== null && today > state.comeBackUntil)
    return refuse(`The way back was open until ${inWords(state.comeBackUntil)}. Make a new referral.`)
  return 'came-back'
}

/** A withdrawn wish or basis puts the sender's return contact in the named worker's place, in the same transaction. */
export const onSharingWithdrawn = (
  state: Pick<HandoverState, 'step' | 'state'>,
): { namedWorker: 'return-contact' | 'unchanged'; state: HandoverState['state'] } =>
  closed(state)
    ? { namedWorker: 'unchanged', state: state.state }
    : {
        namedWorker: namedWorkerAt(state.step) === 'receiving-worker' ? 'return-contact' : 'unchanged',
        state: 'stopped',
      }
