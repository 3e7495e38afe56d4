import { describe, expect, test } from 'vitest'
import {
  accept,
  comeBack,
  decline,
  invite,
  isRefused,
  missingFor,
  nextStep,
  onSharingWithdrawn,
  stepBack,
  stop,
} from '@/lib/handover/moves'
import {
  type HandoverState,
  namedWorkerAt,
  type Step,
  showsBothNames,
  stepInWords,
  steps,
} from '@/lib/handover/steps'

const at = (step: Step, changes: Partial<HandoverState> = {}): HandoverState => ({
  step,
  state: 'active',
  returnContact: true,
  basis: true,
  goalsReviewed: true,
  summaryWritten: true,
  invited: true,
  accepted: true,
  jointMeeting: 'held',
  readyInTheirWords: true,
  comeBackUntil: '2027-09-01',
  ...changes,
})
const why = (answer: unknown) => (isRefused(answer) ? answer.refused : answer)

describe('a hand-over', () => {
  test('goes through six steps in order', () => {
    expect(steps.map(stepInWords)).toEqual([
      'Thinking about it',
      'Getting ready',
      'Meeting together',
      'Receiving worker leads, sending worker on hand',
      'Living it',
      'Ended, can come back',
    ])
    for (const [i, step] of steps.entries()) {
      const next = steps[i + 1]
      if (next) expect(nextStep(at(step), 'team-lead')).toBe(next)
    }
    expect(why(nextStep(at('ended', { state: 'ended' }), 'team-lead'))).toContain('has ended')
  })

  test('has one named worker at every step, who changes exactly once', () => {
    expect(steps.map(namedWorkerAt)).toEqual([
      'sending-worker',
      'sending-worker',
      'sending-worker',
      'receiving-worker',
      'receiving-worker',
      'receiving-worker',
    ])
  })

  test('shows both names until they live it', () => {
    expect(steps.filter(showsBothNames)).toEqual([
      'thinking',
      'getting-ready',
      'meeting-together',
      'facilitator-leads',
    ])
  })

  test.each([
    ['thinking', { returnContact: false }, 'Name who takes them back'],
    ['getting-ready', { accepted: false }, 'Wait until the receiving worker accepts'],
    ['getting-ready', { basis: false }, 'lawful basis'],
    ['getting-ready', { jointMeeting: 'none' }, 'Book the first meeting together'],
    ['meeting-together', { jointMeeting: 'booked' }, 'Meet together once'],
    ['meeting-together', { readyInTheirWords: false }, 'in their words'],
    ['living-it', { comeBackUntil: null }, 'how to come back'],
  ] as const)('from %s with %j is refused, and says why', (step, changes, because) => {
    const refusal = why(nextStep(at(step, changes), 'team-lead'))
    expect(refusal).toContain(because)
    expect(missingFor(at(step, changes))).toHaveLength(1)
  })

  test('only the people named in the table may move it', () => {
    expect(why(nextStep(at('thinking'), 'receiving-worker'))).toBe(
      'Only the sending worker or a team lead can take this step.',
    )
    expect(why(nextStep(at('living-it'), 'sending-worker'))).toBe(
      'Only the receiving worker or a team lead can take this step.',
    )
  })

  test('can step back, and then the sending worker is the named worker again', () => {
    expect(stepBack(at('facilitator-leads'), 'receiving-worker')).toBe('meeting-together')
    expect(namedWorkerAt('meeting-together')).toBe('sending-worker')
    expect(why(stepBack(at('thinking'), 'team-lead'))).toContain('first step')
  })

  test('tells no other team anything before there is a basis and a way back', () => {
    const fresh = at('getting-ready', { invited: false, accepted: false })
    expect(invite(fresh, 'sending-worker')).toBe('invited')
    expect(why(invite({ ...fresh, basis: false }, 'sending-worker'))).toContain('lawful basis')
    expect(why(invite({ ...fresh, returnContact: false }, 'sending-worker'))).toContain('takes them back')
    expect(why(invite(fresh, 'receiving-worker'))).toContain('Only the sending worker')
    expect(why(invite({ ...fresh, step: 'thinking' }, 'sending-worker'))).toContain('Getting ready')
    expect(why(invite({ ...fresh, invited: true }, 'sending-worker'))).toContain('already invited')
  })

  test('is accepted or declined by the receiving side, and declining needs a reason', () => {
    const invited = at('getting-ready', { accepted: false })
    expect(accept(invited, 'receiving-worker')).toBe('accepted')
    expect(why(accept(invited, 'sending-worker'))).toContain('Only the receiving worker')
    expect(why(accept({ ...invited, invited: false }, 'receiving-worker'))).toContain('no invitation')
    expect(why(accept({ ...invited, basis: false }, 'receiving-worker'))).toContain('withdrawn')
    expect(decline(invited, 'receiving-worker', 'No places until May')).toBe('declined')
    expect(why(decline(invited, 'receiving-worker', ' '))).toContain('Say why')
    expect(why(nextStep({ ...invited, state: 'declined' }, 'team-lead'))).toBe(
      'This hand-over was declined. Start a new one.',
    )
  })

  test('can be stopped while the sending worker leads, and not after', () => {
    expect(stop(at('meeting-together'), 'sending-worker', 'They want to wait')).toBe('stopped')
    expect(why(stop(at('living-it'), 'team-lead', 'x'))).toContain('bring the young person back')
  })

  test('leaves a way back without a new referral, until the day that was promised', () => {
    expect(comeBack(at('living-it'), '2027-05-01')).toBe('came-back')
    expect(comeBack(at('ended', { state: 'ended' }), '2027-09-01')).toBe('came-back')
    expect(why(comeBack(at('ended', { state: 'ended' }), '2027-09-02'))).toBe(
      'The way back was open until 1 September 2027. Make a new referral.',
    )
    expect(why(comeBack(at('getting-ready'), '2027-05-01'))).toContain('still with the sending team')
  })

  test('a withdrawn wish to share gives the young person back to the sender’s return contact at once', () => {
    expect(onSharingWithdrawn(at('living-it'))).toEqual({ namedWorker: 'return-contact', state: 'stopped' })
    expect(onSharingWithdrawn(at('meeting-together'))).toEqual({ namedWorker: 'unchanged', state: 'stopped' })
    expect(onSharingWithdrawn(at('ended', { state: 'ended' }))).toEqual({
      namedWorker: 'unchanged',
      state: 'ended',
    })
  })
})
