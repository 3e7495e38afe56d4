import { z } from 'zod'

/** Why a record has no NHS number. A missing number always has one of these; a number is never invented. */
export const noNhsNumberReasons = {
  'not-known-yet': 'We do not know it yet',
  'not-registered': 'Not registered with the NHS in England',
  'from-elsewhere': 'Lives in Wales, Scotland, Northern Ireland or abroad',
  'asked-not-to': 'They asked us not to look it up',
  'new-identity': 'Protected or new identity',
} as const
export type NoNhsNumberReason = keyof typeof noNhsNumberReasons

export const noNhsNumberReason = z.enum(
  Object.keys(noNhsNumberReasons) as [NoNhsNumberReason, ...NoNhsNumberReason[]],
  { error: 'Choose why there is no NHS number.' },
)

const words = z.string().max(1000, 'Use 1,000 letters or fewer.').default('')

/** What someone needs in order to understand and be understood: an interpreter, large print, more time. In words. */
export const communicationNeeds = words

/** How to reach a young person without putting them in danger: 'text only, say nothing about who we are'. In words. */
export const safeContact = words

/** Shown wherever safe contact is empty: nobody has asked yet, so nobody may assume. */
export const safeContactNotAsked = 'Not asked. Ask them before making contact at home.'
