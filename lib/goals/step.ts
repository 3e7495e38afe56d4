import { z } from 'zod'
import { type Day, day, inWords } from '@/lib/day'
import { id } from '@/lib/id'

/** A small step towards a goal, kept in the words it was said in. */
export const newStep = z.strictObject({
  personId: id,
  goalId: id,
  words: z
    .string({ error: 'Write the step.' })
    .max(2000, 'Use 2,000 letters or fewer.')
    .refine((text) => text.trim() !== '', { error: 'Write the step.' }),
  who: z.string().trim().max(200, 'Use 200 letters or fewer.').default(''),
  byDay: z.union([day, z.literal('')]).default(''),
})

type StepFacts = { who: string; byDay: Day | null; doneOn: Day | null }

/** 'Sam, by 4 March 2027' or 'Done on 3 March 2027'; '' where nothing is known. */
export const stepInWords = ({ who, byDay, doneOn }: StepFacts): string =>
  doneOn
    ? [who, `done ${inWords(doneOn)}`].filter(Boolean).join(', ')
    : [who, byDay && `by ${inWords(byDay)}`].filter(Boolean).join(', ')
