/** Verhoeff's rule: digits are turned and mirrored as the ten ways to lay down a pentagon, the permutation by place. */
const times = (a: number, b: number): number => {
  const turned = a < 5 ? a + (b % 5) : a - (b % 5) + 5
  return (turned % 5) + (a < 5 === b < 5 ? 0 : 5)
}
const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
const permuted = (digit: number, often: number): number =>
  often === 0 ? digit : permuted(permutation[digit]!, often - 1)

/**
 * A SNOMED CT code: six to eighteen digits whose last is a check digit. Always text; through a spreadsheet the last digits
 * of a long one become noughts, and this is how that is found.
 */
export const isSnomedCode = (text: string): boolean =>
  /^[1-9]\d{5,17}$/.test(text) &&
  [...text].reverse().reduce((sum, digit, place) => times(sum, permuted(Number(digit), place % 8)), 0) === 0
