import { z } from 'zod'
import { sheet } from '@/lib/goals/sheet'

const somebody = '00000000-0000-4000-8000-000000000000'

/**
 * The answers of the rating page alone, goal by goal. Whose goals they are and who rates is known from the session: a form that
 * names either is refused.
 */
export const ownAnswers = z
  .preprocess((sent, ctx) => {
    const given = typeof sent === 'object' && sent !== null ? sent : {}
    for (const name of ['personId', 'rater'])
      if (name in given) ctx.addIssue({ code: 'unrecognized_keys', keys: [name], message: 'Unknown field.' })
    return { ...given, personId: somebody, rater: '' }
  }, sheet)
  .transform(({ answers }) => answers)
