import { z } from 'zod'
import { act } from '@/db/act'
import { databaseAnswer } from '@/db/client'
import { identityOf } from '@/db/people/identity'
import { day } from '@/lib/day'
import { conflict, invalid } from '@/lib/errors'
import { id } from '@/lib/id'
import { optionalText, version } from '@/lib/parse'
import { communicationNeeds, noNhsNumberReason, safeContact } from '@/lib/people/identity'
import { names } from '@/lib/people/names'
import { parseNhsNumber } from '@/lib/people/nhs-number'
import { parseOdsCode } from '@/lib/people/ods'

const line = z.string().trim().max(300, 'Use 300 letters or fewer.').default('')

const input = z.strictObject({
  personId: id,
  version,
  ...names.shape,
  born: day,
  nhsNumber: optionalText,
  nhsNumberAbsent: z
    .union([noNhsNumberReason, z.literal('')], { error: 'Choose why there is no NHS number.' })
    .default(''),
  phone: line,
  email: line,
  safeContact,
  communicationNeeds,
  language: line,
  school: line,
  gpPractice: line,
  gpOdsCode: line,
})

/** What the form calls each thing, and what the record does. */
const columns = {
  given: 'given_name',
  family: 'family_name',
  knownAs: 'known_as',
  pronouns: 'pronouns',
  born: 'born',
  nhsNumber: 'nhs_number',
  nhsNumberAbsent: 'nhs_number_absent',
  phone: 'phone',
  email: 'email',
  safeContact: 'safe_contact',
  communicationNeeds: 'communication_needs',
  language: 'language',
  school: 'school',
  gpPractice: 'gp_practice',
  gpOdsCode: 'gp_ods_code',
} as const
type Field = keyof typeof columns
const fields = Object.keys(columns) as Field[]

/** Corrects or completes who a young person is and how to reach them. */
export const changeDetails = act('changeDetails', input, async (ctx, form) => {
  await identityOf(ctx, form.personId)
  if (form.born > ctx.today) throw invalid({ born: 'This day is in the future. Enter their date of birth.' })
  const before = (
    await ctx.client.query('select * from people where partnership_id = $1 and id = $2', [
      ctx.actor.partnershipId,
      form.personId,
    ])
  ).rows[0]
  const next: Record<Field, string | null> = { ...form, nhsNumber: null, gpOdsCode: null }
  if (before.nhs_number && form.nhsNumber.replace(/[\s-]/g, '') === before.nhs_number) {
    // Left as it was: an old number, however it came here, never keeps anybody from correcting a phone number.
    next.nhsNumber = before.nhs_number
    next.nhsNumberAbsent = null
  } else if (form.nhsNumber.trim() !== '') {
    const answer = parseNhsNumber(form.nhsNumber, { allowTest: ctx.actor.demonstration })
    if (!answer.ok) throw invalid({ nhsNumber: answer.because })
    next.nhsNumber = answer.value
    next.nhsNumberAbsent = null
  } else if (form.nhsNumberAbsent === '') {
    throw invalid({ nhsNumberAbsent: 'Enter the NHS number, or choose why there is none.' })
  }
  if (form.gpOdsCode !== '') {
    const answer = parseOdsCode(form.gpOdsCode)
    if (!answer.ok) throw invalid({ gpOdsCode: answer.because })
    next.gpOdsCode = answer.value
  }
  const changed = fields.filter((field) => (before[columns[field]] ?? null) !== (next[field] ?? null))
  const saved = await ctx.client
    .query(
      `update people set ${fields.map((field, i) => `${columns[field]} = $${i + 4}`).join(', ')}, version = version + 1
       where partnership_id = $1 and id = $2 and version = $3`,
      [ctx.actor.partnershipId, form.personId, form.version, ...fields.map((field) => next[field])],
    )
    .catch((error: unknown) => {
      if (databaseAnswer(error)?.constraint === 'people_nhs_number')
        throw invalid({
          nhsNumber:
            'Somebody else in this partnership has this NHS number. Check it. If it is right, tell your privacy officer.',
        })
      throw error
    })
  if (saved.rowCount !== 1)
    throw conflict('Someone else changed these details while you were writing.', {
      ...Object.fromEntries(changed.map((field) => [field, String(before[columns[field]] ?? '')])),
      version: String(before.version),
    })
  ctx.about({ recordId: form.personId, detail: { changed } })
  return { personId: form.personId }
})
