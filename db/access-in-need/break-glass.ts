import { z } from 'zod'
import { act } from '@/db/act'
import { minutesOpen, reason, triesAnHour } from '@/lib/access/break-glass'
import { day } from '@/lib/day'
import { invalid, refused } from '@/lib/errors'
import { newId } from '@/lib/id'
import { optionalText, ticked } from '@/lib/parse'
import { parseNhsNumber } from '@/lib/people/nhs-number'

const input = z
  .strictObject({
    nhsNumber: optionalText,
    fullName: optionalText,
    born: z.union([day, z.literal('')], { error: 'Enter a real date of birth.' }).default(''),
    reason,
    understood: ticked.refine((yes) => yes, {
      error: 'Tick the box to say that you know who will look at this.',
    }),
  })
  .superRefine((form, ctx) => {
    const ask = (path: keyof typeof form, message: string) =>
      ctx.addIssue({ code: 'custom', path: [path], message })
    if (form.nhsNumber.trim() !== '') return
    if (form.fullName.trim() === '' && form.born === '')
      ask('nhsNumber', 'Enter the NHS number, or the full name and date of birth.')
    else if (form.fullName.trim() === '') ask('fullName', 'Enter the full name too.')
    else if (form.born === '') ask('born', 'Enter the date of birth too.')
  })

const answers: Record<string, string> = {
  'no-match':
    'Nobody with exactly these details is known in this partnership. Check the number, or the spelling and the date of birth.',
  several: 'More than one person has this name and date of birth. Use the NHS number.',
  'too-many': 'Five tries found nobody. Wait an hour, or ask your team lead.',
  refused: 'Your role does not allow this. Ask your team lead or administrator.',
}

/** Opens a record that is out of reach, for a limited time and with a reason that the privacy officer reads. */
export const breakGlass = act('breakGlass', input, async (ctx, form) => {
  let nhs: string | null = null
  if (form.nhsNumber.trim() !== '') {
    const answer = parseNhsNumber(form.nhsNumber, { allowTest: ctx.actor.demonstration })
    if (!answer.ok) throw invalid({ nhsNumber: answer.because })
    nhs = answer.value
  }
  const entryId = newId()
  const { rows } = await ctx.client.query({
    name: 'break-glass',
    text: 'select outcome, person_id, until from app.break_glass($1, $2, $3, $4, $5, $6, $7)',
    values: [entryId, nhs, form.fullName, form.born || null, form.reason, minutesOpen, triesAnHour],
  })
  const { outcome, person_id: personId, until } = rows[0]
  if (outcome in answers) throw refused(answers[outcome]!)
  const opened = outcome === 'opened'
  ctx.about({ personId, recordId: opened ? entryId : undefined, detail: { outcome } })
  return { personId: personId as string, until: opened ? (until as Date).toISOString() : null }
})
