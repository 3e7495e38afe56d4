import { ageOn, type Day, daysBetween } from '@/lib/day'

/**
 * The decisions a young person may be asked to make about a parent or carer. Each is a decision of its own: being able to make one
 * says nothing about another.
 */
export const questions = {
  pages: 'That this parent or carer gets pages of their own',
  goals: 'That this parent or carer sees all the goals',
  goal: 'That this parent or carer sees one goal',
  ratings: 'That this parent or carer sees how close they feel',
  meetings: 'That this parent or carer sees the next meetings',
  'plan-section': 'That this parent or carer sees a part of the plan',
  other: 'Something else, named in words',
} as const
export type Question = keyof typeof questions
export const questionKeys = Object.keys(questions) as [Question, ...Question[]]

/** Which decision exactly: about which parent or carer, and about which thing. */
export type Decision = { question: Question; relationshipId: string | null }

/** One recorded judgement whether they were able to make one decision (Gillick). */
export type Capacity = Decision & { able: boolean; assessedOn: Day }

/** 16 is where the law presumes that somebody is able to decide for themselves. */
export const presumedAbleFrom = 16

/**
 * How long an assessment stands for the decision it was made for. It is about this decision, now: asked again months later, the
 * decision is another one. No rule names a number; four weeks let it be made at one meeting and acted on at the next.
 */
export const assessmentHoldsDays = 28

export type Standing = 'presumed-able' | 'able' | 'not-able' | 'needs-assessing'

/**
 * Who decides, for one decision on one day. From the sixteenth birthday they are presumed able. Before it, only an assessment of
 * this very decision counts, and only while it is fresh: last year's, or one about something else, is none.
 * @param recorded the newest first
 */
export const standing = (born: Day, recorded: readonly Capacity[], decision: Decision, on: Day): Standing => {
  if (ageOn(born, on) >= presumedAbleFrom) return 'presumed-able'
  const forThis = recorded
    .filter(
      (one) =>
        one.question === decision.question &&
        one.relationshipId === decision.relationshipId &&
        one.assessedOn <= on &&
        daysBetween(one.assessedOn, on) <= assessmentHoldsDays,
    )
    // Of two on one day the later one: it stands first.
    .reduce<Capacity | undefined>(
      (best, one) => (best && best.assessedOn >= one.assessedOn ? best : one),
      undefined,
    )
  if (!forThis) return 'needs-assessing'
  return forThis.able ? 'able' : 'not-able'
}

export const standingInWords: Record<Standing, string> = {
  'presumed-able': '16 or over: they decide',
  able: 'Able to decide this: they decide',
  'not-able': 'Not able to decide this yet: somebody with parental responsibility decides',
  'needs-assessing': 'Needs assessing: can they decide this?',
}

/** What the young person says about it. */
export type Said = 'yes' | 'no' | 'not-asked'
export const said = { yes: 'Yes', no: 'No', 'not-asked': 'Not asked' } as const satisfies Record<Said, string>

export type DecisionBasis = 'own-yes' | 'own-yes-gillick' | 'parental-responsibility'

/**
 * Whether a parent or carer may be let in on something, and on what basis. A parent's view never decides for somebody who is able
 * to decide; parental responsibility is recorded, never assumed.
 */
export const mayAllow = (
  stands: Standing,
  says: Said,
  parentalResponsibility: 'yes' | 'no' | 'not-asked',
): { may: true; basis: DecisionBasis } | { may: false; because: string } => {
  switch (stands) {
    case 'needs-assessing':
      return { may: false, because: 'They are under 16. Record first if they are able to decide this.' }
    case 'not-able':
      return parentalResponsibility === 'yes'
        ? { may: true, basis: 'parental-responsibility' }
        : {
            may: false,
            because:
              'They are not able to decide this yet, and no parental responsibility is recorded for this person.',
          }
    default:
      if (says === 'yes') return { may: true, basis: stands === 'able' ? 'own-yes-gillick' : 'own-yes' }
      return {
        may: false,
        because:
          says === 'no'
            ? 'They said no, and it is theirs to decide.'
            : 'It is theirs to decide. Ask them first.',
      }
  }
}
