import { inWords } from '@/lib/day'
import { nhsNumberInWords } from '@/lib/people/nhs-number'
import type { Found } from '@/lib/people/search'

/** What tells two young people apart in a list. */
export const foundInWords = (found: Found): { name: string; facts: string } => ({
  name: `${found.givenName} ${found.familyName}${found.knownAs && found.knownAs !== found.givenName ? `, known as ${found.knownAs}` : ''}`,
  facts: `Born ${inWords(found.born)}. NHS number ${found.nhsNumber ? nhsNumberInWords(found.nhsNumber) : 'not recorded'}.`,
})
