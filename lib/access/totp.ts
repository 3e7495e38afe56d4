import { generateSecret, generateSync, generateURI, verifySync } from 'otplib'

/** Length of a time step, in seconds (RFC 6238). */
const period = 30

export const newTotpSecret = (): string => generateSecret()

/** What an authenticator app reads from the picture. */
export const totpAddress = (secret: string, email: string): string =>
  generateURI({ issuer: 'Footpath', label: email, secret })

/** The secret in groups of four, for typing by hand. */
export const secretInGroups = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Six digits, however people group them, or undefined when it is something else (a recovery code, perhaps). */
export const digitsOf = (typed: string): string | undefined => {
  const digits = typed.replaceAll(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : undefined
}

/**
 * The time step a code belongs to: this one, the one before or the one after, for clocks that are a little out.
 * Whether the step was used before is the database's to say.
 */
export const stepOf = (secret: string, digits: string, now: Date): number | undefined => {
  const checked = verifySync({
    secret,
    token: digits,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: period,
  })
  return checked.valid && 'timeStep' in checked ? checked.timeStep : undefined
}

/** The code an authenticator app shows at a moment. */
export const codeAt = (secret: string, moment: Date): string =>
  generateSync({ secret, epoch: Math.floor(moment.getTime() / 1000) })
