import type { Basis, Purpose, Wish } from '@/lib/sharing/sharing'

/** What sharing is for, said to the young person. */
export const purposeForThem: Record<Purpose, string> = {
  handover: 'so that they can help you next',
  'joint-work': 'so that they can work together',
  'keep-informed': 'so that they know how you are',
  safeguarding: 'to keep somebody safe',
}

/** What they wanted. */
export const wishForThem: Record<Wish, string> = {
  yes: 'You said yes.',
  no: 'You said no.',
  'not-asked': 'Nobody has asked you yet.',
}

/** Why it may be shared, in plain words. */
export const basisForSharing: Record<Basis, string> = {
  'consent-16': 'It is shared because you said yes.',
  'consent-gillick': 'It is shared because you said yes.',
  'consent-parental': 'It is shared because an adult who looks after you said yes.',
  'direct-care': 'It is shared so that people can look after you well.',
  safeguarding: 'It is shared because we have to keep people safe.',
  'legal-duty': 'It is shared because the law says so.',
}
