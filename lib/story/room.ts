import { z } from 'zod'
import { day } from '@/lib/day'
import { sheet } from '@/lib/goals/sheet'
import { id } from '@/lib/id'
import { many, optionalText, version } from '@/lib/parse'
import { minutes } from './booking'
import { attendance, meetingWay, timeOfDay } from './meeting'
import { noteKind, readingFields } from './note'

const orEmpty = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema])

/** What happens next, as many as apply; leaving it open is possible too, and is not the same as "nothing". */
export const nextSteps = {
  meeting: 'Book the next meeting',
  task: 'Ask somebody to do something',
  nothing: 'Nothing is booked, on purpose',
} as const
export type NextStep = keyof typeof nextSteps
const nextStep = z.enum(Object.keys(nextSteps) as [NextStep, ...NextStep[]], {
  error: 'Choose what happens next.',
})

/** The part of the room pages that says what happens next. What belongs to a step that was not chosen is not looked at. */
export const nextFields = {
  next: many(nextStep).optional(),
  nextOn: z.string().default(''),
  nextAt: z.string().default(''),
  nextMinutes: z.string().default('50'),
  nextHow: z.string().default(''),
  nextPlace: optionalText,
  nextContactWords: optionalText,
  nextWithStaffId: z.string().default(''),
  nextAlsoStaffId: z.string().default(''),
  nextWhoElse: optionalText,
  taskForStaffId: z.string().default(''),
  taskWords: optionalText,
  taskDueOn: z.string().default(''),
  nothingBecause: optionalText,
}
const nextForm = z.object(nextFields)
export type NextForm = z.output<typeof nextForm>

const booking = z
  .object({
    nextOn: day,
    nextAt: timeOfDay,
    nextMinutes: minutes,
    nextHow: meetingWay,
    nextWithStaffId: id,
    nextAlsoStaffId: orEmpty(id),
  })
  .refine((form) => form.nextAlsoStaffId !== form.nextWithStaffId, {
    error: 'Choose somebody else, or nobody.',
    path: ['nextAlsoStaffId'],
  })

const task = z.object({
  taskForStaffId: z.uuid({ error: 'Choose who does it.' }),
  taskWords: optionalText.refine((text) => text.trim() !== '', { error: 'Say what there is to do.' }),
  taskDueOn: orEmpty(day),
})

export type Next = {
  meeting: z.output<typeof booking> | null
  task: z.output<typeof task> | null
  nothing: boolean
}

/** What was chosen of "what happens next", or a sentence for each field that is missing or wrong. */
export const nextOf = (
  form: NextForm,
): { ok: true; next: Next } | { ok: false; fields: Record<string, string> } => {
  const fields: Record<string, string> = {}
  const take = <T>(chosen: boolean, schema: z.ZodType<T>): T | null => {
    if (!chosen) return null
    const parsed = schema.safeParse(form)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message
    return null
  }
  const chosen = new Set(form.next)
  const next = {
    meeting: take(chosen.has('meeting'), booking),
    task: take(chosen.has('task'), task),
    nothing: chosen.has('nothing'),
  }
  if (next.nothing && chosen.has('meeting'))
    fields.next = 'Choose the next meeting, or that nothing is booked.'
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, next }
}

/** The room page as it is sent. Everything but who came may be left out; the goals' fields are named by goal. */
export const roomForm = z
  .object({
    personId: id,
    meetingId: id,
    version,
    attendance,
    attendanceWords: optionalText,
    rater: z.string().default(''),
    noteOn: day,
    noteAt: orEmpty(timeOfDay).default(''),
    noteKind,
    noteWords: optionalText,
    ...readingFields,
    ...nextFields,
  })
  .catchall(z.string({ error: 'Choose one answer.' }).max(2000, 'Use 2,000 letters or fewer.'))
  .transform((form, ctx) => {
    const { personId, rater } = form
    const answers = Object.entries(form).filter(([name]) => !(name in known))
    const parsed = sheet.safeParse({ personId, rater, ...Object.fromEntries(answers) })
    if (!parsed.success) for (const issue of parsed.error.issues) ctx.addIssue({ ...issue } as never)
    // Untouched goals are no answer at all; one that was touched asks for all of them, as on the page of ratings alone.
    const touched = answers.some(([, text]) => typeof text === 'string' && text.trim() !== '')
    return { ...form, sheet: parsed.success && touched ? parsed.data : null }
  })

const known: Record<string, true> = Object.fromEntries(
  [
    ...['personId', 'meetingId', 'version', 'attendance', 'attendanceWords', 'rater'],
    ...['noteOn', 'noteAt', 'noteKind', 'noteWords'],
    ...Object.keys(readingFields),
    ...Object.keys(nextFields),
  ].map((name) => [name, true]),
)
