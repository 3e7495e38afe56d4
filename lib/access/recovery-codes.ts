/** Letters and digits that are not taken for one another when read from paper (Crockford's base 32). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const howMany = 10

/** Ten codes of 80 random bits each, in groups of four. Shown once; only their hashes are kept. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () =>
    [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => alphabet[byte % 32])
      .join('')
      .replaceAll(/(.{4})(?=.)/g, '$1-'),
  )

/** A recovery code as it was given out, however it was typed: case, spaces and look-alikes do not matter. */
export const recoveryCodeOf = (typed: string): string | undefined => {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')
  return plain.length === 16 && [...plain].every((c) => alphabet.includes(c)) ? plain : undefined
}
