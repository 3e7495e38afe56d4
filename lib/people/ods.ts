import { z } from 'zod'

/** An organisation's code in the NHS Organisation Data Service: 1 to 9 letters and digits, stored in capitals. */
type OdsCode = string

export const parseOdsCode = (text: string): { ok: true; value: OdsCode } | { ok: false; because: string } => {
  const code = text.trim().toUpperCase()
  if (code === '') return { ok: false, because: 'Enter the organisation code.' }
  if (!/^[A-Z0-9]+$/.test(code))
    return { ok: false, because: 'An organisation code has only letters and digits, such as K81003.' }
  if (code.length > 9)
    return {
      ok: false,
      because: `An organisation code has at most 9 letters and digits. This one has ${code.length}.`,
    }
  return { ok: true, value: code }
}

export const odsCode = z.string().transform((text, ctx): OdsCode => {
  const answer = parseOdsCode(text)
  if (answer.ok) return answer.value
  ctx.addIssue({ code: 'custom', message: answer.because })
  return z.NEVER
})
