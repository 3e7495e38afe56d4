/** A code to be said in person beside the link: six digits, each as likely as the others. */
export const newInvitationCode = (): string => {
  const limit = 4_294_967_296 - (4_294_967_296 % 1_000_000)
  for (;;) {
    const [drawn] = crypto.getRandomValues(new Uint32Array(1))
    if (drawn! < limit) return String(drawn! % 1_000_000).padStart(6, '0')
  }
}

/** The code as it was given, however it was typed; undefined when it cannot be one. */
export const invitationCodeOf = (typed: string): string | undefined => {
  const digits = typed.replaceAll(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : undefined
}

/** Read out in two groups. */
export const codeInGroups = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

/** What an invitation's link is worth when it is not open any more. */
export type DeadLink = 'used' | 'withdrawn' | 'expired' | 'dead' | 'unknown'

/** Said to whoever opened the link: what happened, and who to ask. */
export const deadLinkInWords: Record<DeadLink, string> = {
  used: 'This link has been used. If it was you, sign in. If it was not you, tell the person who helps you.',
  withdrawn: 'This link does not work any more. Ask the person who helps you for a new one.',
  expired: 'This link is too old. Ask the person who helps you for a new one.',
  dead: 'The wrong numbers were typed too many times, so this link is closed. Ask the person who helps you for a new one.',
  unknown: 'This link does not work. Check that all of it is there, or ask the person who helps you.',
}
