import { z } from 'zod'

/** Ten digits, checked. Shown as '943 476 5919', stored as '9434765919'. */
export type NhsNumber = string

type NhsNumberAnswer = { ok: true; value: NhsNumber } | { ok: false; because: string }

/**
 * Text becomes an NHS number, or a sentence saying why not.
 * @param allowTest true only where invented people live: numbers from 999 are for testing, and a real person never has one
 */
export const parseNhsNumber = (text: string, { allowTest }: { allowTest: boolean }): NhsNumberAnswer => {
  const digits = text.replace(/[\s-]/g, '')
  if (digits === '') return no('Enter the NHS number, or say why there is none.')
  if (/\p{L}/u.test(digits)) return no('An NHS number has no letters in it. Enter its 10 digits.')
  if (!/^[0-9]*$/.test(digits)) return no('Use only the digits 0 to 9, spaces and hyphens in an NHS number.')
  if (digits.length !== 10)
    return no(
      `An NHS number has 10 digits. This one has ${digits.length}. Check it against the letter or card.`,
    )
  // Ten equal digits can pass the check digit, and are what people type when they do not know the number.
  if (/^(\d)\1{9}$/.test(digits)) return no('This is one digit ten times over, not an NHS number.')
  if (checkDigit(digits) !== Number(digits[9]))
    return no('This is not a valid NHS number. Two digits may have changed places, or one may be wrong.')
  if (!allowTest && digits.startsWith('999'))
    return no('NHS numbers that start with 999 are for testing only. Enter the real number.')
  return { ok: true, value: digits }
}

const no = (because: string): NhsNumberAnswer => ({ ok: false, because })

/**
 * Modulus 11 (NHS Data Model and Dictionary): nine digits weighted 10 to 2.
 * @returns 0 to 9, or 10 where no number with these nine digits is valid
 */
const checkDigit = (digits: string): number => {
  let sum = 0
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i)
  return (11 - (sum % 11)) % 11
}

export const nhsNumberInWords = (value: NhsNumber): string =>
  `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}`

export const nhsNumber = ({ allowTest }: { allowTest: boolean }) =>
  z.string().transform((text, ctx): NhsNumber => {
    const answer = parseNhsNumber(text, { allowTest })
    if (answer.ok) return answer.value
    ctx.addIssue({ code: 'custom', message: answer.because })
    return z.NEVER
  })

/**
 * Left empty, or digits that can be an NHS number: said together with what is wrong in the other fields. Whether a test
 * number is allowed only the act knows.
 */
export const optionalNhsNumber = z
  .string()
  .default('')
  .superRefine((text, ctx) => {
    if (text.trim() === '') return
    const answer = parseNhsNumber(text, { allowTest: true })
    if (!answer.ok) ctx.addIssue({ code: 'custom', message: answer.because })
  })
