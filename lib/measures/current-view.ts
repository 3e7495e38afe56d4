import { z } from 'zod'
import { day } from '@/lib/day'
import { id } from '@/lib/id'

/*
 * Current View: how things look to a practitioner at one moment. It was never tested for showing change, so nothing here or
 * anywhere compares two of them, and no entry has a sum. The names are our own short ones in the order of the form.
 */

export const problems = {
  'apart-from-carers': 'Anxious away from caregivers',
  'social-situations': 'Anxious in social situations',
  'anxious-generally': 'Anxious generally',
  compelled: 'Compelled to do or think things',
  panics: 'Panics',
  'avoids-going-out': 'Avoids going out',
  'avoids-things': 'Avoids specific things',
  'repetitive-behaviours': 'Repetitive problematic behaviours',
  'low-mood': 'Depression or low mood',
  'self-harm': 'Self-harm',
  'extremes-of-mood': 'Extremes of mood',
  delusions: 'Delusional beliefs and hallucinations',
  'drugs-and-alcohol': 'Drug and alcohol difficulties',
  concentrating: 'Difficulties sitting still or concentrating',
  behaviour: 'Behavioural difficulties',
  'may-harm-others': 'May harm other people',
  'carer-management': 'How carers manage behaviour',
  toilet: 'Does not get to the toilet in time',
  trauma: 'Disturbed by a traumatic event',
  eating: 'Eating issues',
  family: 'Family relationship difficulties',
  attachment: 'Problems in attachment to a parent or carer',
  peers: 'Peer relationship difficulties',
  relationships: 'Persistent difficulties managing relationships with others',
  'does-not-speak': 'Does not speak',
  'gender-discomfort': 'Discomfort with gender',
  'physical-symptoms': 'Unexplained physical symptoms',
  developmental: 'Unexplained developmental difficulties',
  'self-care': 'Self-care issues',
  'health-adjustment': 'Adjustment to health issues',
} as const
export type Problem = keyof typeof problems

/** SNOMED CT codes of the thirty problem descriptions, in the same order. */
export const problemCodes: readonly string[] =
  `987251000000103 987261000000100 987271000000107 987281000000109 987291000000106 987301000000105 987311000000107
  987321000000101 987331000000104 987341000000108 987351000000106 987361000000109 987371000000102 987381000000100
  987391000000103 987401000000100 987411000000103 987421000000109 987431000000106 987441000000102 987451000000104
  987461000000101 987471000000108 987481000000105 987491000000107 987501000000101 987511000000104 987521000000105
  987531000000107 987541000000103`.split(/\s+/)

/** Selected complexity factors. In our words, from general knowledge of the form. */
export const factors = {
  'looked-after': 'Looked after by the local authority',
  'young-carer': 'Young carer',
  'learning-disability': 'Learning disability',
  'physical-health': 'Serious physical health issue',
  autism: 'Autism',
  neurological: 'Neurological issue, such as tics',
  'protection-plan': 'Child protection plan now',
  'child-in-need': 'Child in need of social care',
  refugee: 'Refugee or seeking asylum',
  'war-or-trafficking': 'Has lived through war, torture or trafficking',
  'abuse-or-neglect': 'Has lived through abuse or neglect',
  'parents-health': 'Health issue of a parent',
  'youth-justice': 'In contact with youth justice',
  money: 'Family short of money',
} as const

export const contexts = {
  home: 'Home',
  'school-or-work': 'School, work or training',
  community: 'Community',
  'service-engagement': 'Being in touch with services',
} as const

/** Education, employment and training. */
export const education = {
  attendance: 'Attendance difficulties',
  attainment: 'Attainment difficulties',
} as const
export type Education = keyof typeof education

export const reasons = {
  'first-contact': 'First contact',
  'changed-situation': 'Their situation changed',
  'changed-understanding': 'We understand it differently now',
} as const
export type Reason = keyof typeof reasons

/** "Not known" is only for where there is not even enough to say "None". It is null, never 0. */
export const answers = {
  '0': 'None',
  '1': 'Mild',
  '2': 'Moderate',
  '3': 'Severe',
  'not-known': 'Not known',
} as const
export const yesNo = { yes: 'Yes', no: 'No', 'not-known': 'Not known' } as const

export const numberOf = (answer: keyof typeof answers): number | null =>
  answer === 'not-known' ? null : Number(answer)

export const inAnswerWords = (value: number | null): string =>
  value === null ? answers['not-known'] : answers[String(value) as keyof typeof answers]

const keys = <T extends Record<string, string>>(labels: T) =>
  Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]

/** Every line of the form is asked: a line left out is a mistake, and "not known" an answer. */
const each = <T extends Record<string, string>, A extends z.ZodType>(
  part: string,
  labels: T,
  answer: (label: string) => A,
) =>
  Object.fromEntries(keys(labels).map((key) => [`${part}-${key}`, answer(labels[key]!)])) as Record<string, A>

const rated = (label: string) =>
  z.enum(keys(answers), { error: `Choose an answer for “${label}”.` }).transform(numberOf)
const told = (label: string) => z.enum(keys(yesNo), { error: `Choose an answer for “${label}”.` })

/** The names of the fields of the form: the part, a hyphen and the key. */
export const fieldOf = (part: 'problem' | 'factor' | 'context' | 'education', key: string) => `${part}-${key}`

const taken = <V>(sent: Record<string, unknown>, part: string, labels: Record<string, string>) =>
  Object.fromEntries(Object.keys(labels).map((key) => [key, sent[`${part}-${key}`] as V]))

export const currentView = z
  .strictObject({
    personId: id,
    completedOn: day,
    reason: z.enum(keys(reasons), { error: 'Choose why it is completed now.' }),
    ...each('problem', problems, rated),
    ...each('factor', factors, told),
    ...each('context', contexts, rated),
    ...each('education', education, rated),
  })
  .transform((sent) => {
    const all = sent as Record<string, unknown> & typeof sent
    return {
      personId: all.personId as string,
      completedOn: all.completedOn as string,
      reason: all.reason as Reason,
      problems: taken<number | null>(all, 'problem', problems),
      factors: taken<keyof typeof yesNo>(all, 'factor', factors),
      contexts: taken<number | null>(all, 'context', contexts),
      education: taken<number | null>(all, 'education', education),
    }
  })
export type CurrentView = z.output<typeof currentView>
