import { type Day, inWords } from '@/lib/day'
import {
  type Condition,
  conditions,
  type HandoverState,
  type Mover,
  namedWorkerAt,
  type Step,
  stepTable,
} from './steps'

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
