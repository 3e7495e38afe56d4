import { z } from 'zod'
import { id, idForm } from '@/lib/id'
import { optionalText } from '@/lib/parse'
import { type Attendance, attendance } from './meeting'
import { readingFields } from './note'
import { nextFields } from './room'

/** The names of the fields of one young person in the form for all who came, made from their id. */
export const groupFieldOf = (part: 'attendance' | 'attendanceWords' | 'words', personId: string) =>
  `${part}-${personId}`

const field = new RegExp(`^(attendance|attendanceWords|words)-(${idForm})$`)

/** The versions of all their meetings, as one: a form of several records is as old as its oldest. */
export const versionsOf = (meetings: readonly { personId: string; version: number }[]): string =>
  meetings
    .map((one) => `${one.personId}=${one.version}`)
    .sort()
    .join(' ')

type GroupEntry = { attendance: Attendance; attendanceWords: string; words: string }

/**
 * A meeting that several came to, as it is sent: who came and own words for each, words shared by all, and what happens
 * next. Unknown fields are refused.
 */
export const groupForm = z
  .object({
    personId: id,
    meetingId: id,
    version: z.string().default(''),
    sharedWords: optionalText,
    ...readingFields,
    ...nextFields,
  })
  .catchall(z.string({ error: 'Choose one answer.' }).max(10_000, 'Use 10,000 letters or fewer.'))
  .transform((form, ctx) => {
    const sent = new Map<string, Record<string, string>>()
    for (const [name, text] of Object.entries(form)) {
      const [, part, personId] = field.exec(name) ?? []
      if (part && personId) sent.set(personId, { ...sent.get(personId), [part]: text as string })
      else if (!(name in groupFields))
        ctx.addIssue({ code: 'unrecognized_keys', keys: [name], message: 'Unknown field.' } as never)
    }
    const entries = new Map<string, GroupEntry>()
    for (const [personId, { attendance: came, attendanceWords = '', words = '' }] of sent) {
      const parsed = attendance.safeParse(came)
      if (parsed.success) entries.set(personId, { attendance: parsed.data, attendanceWords, words })
      else
        ctx.addIssue({
          code: 'custom',
          path: [groupFieldOf('attendance', personId)],
          message: 'Choose what happened.',
        })
    }
    return { ...form, entries }
  })

const groupFields: Record<string, true> = Object.fromEntries(
  [
    'personId',
    'meetingId',
    'version',
    'sharedWords',
    ...Object.keys(readingFields),
    ...Object.keys(nextFields),
  ].map((name) => [name, true]),
)
