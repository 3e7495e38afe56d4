import { z } from 'zod'
import { addMonths, type Day, day } from '@/lib/day'

/** How a line is reached. */
export const lineKinds = { phone: 'Phone', text: 'Text message', web: 'Web page' } as const
type LineKind = keyof typeof lineKinds

export type HelpLine = {
  name: string
  words: string
  hours: string
  kind: LineKind
  contact: string
  textWord: string
}

/** A number nobody has rung for half a year may ring nowhere: the service is told. */
const checkAgainAfterMonths = 6
export const needsChecking = (checkedOn: Day, today: Day): boolean =>
  addMonths(checkedOn, checkAgainAfterMonths) <= today

/**
 * National lines for England, for when nobody has set any, or the database cannot say. 999 stands above them on every page.
 * From the public pages of NHS 111, Shout, Childline and Samaritans.
 */
export const nationalLines: readonly HelpLine[] = [
  {
    name: 'NHS 111',
    words: 'Choose the mental health option (2).',
    hours: 'Any time',
    kind: 'phone',
    contact: '111',
    textWord: '',
  },
  {
    name: 'Shout',
    words: 'By text. Free and private.',
    hours: 'Any time',
    kind: 'text',
    contact: '85258',
    textWord: 'SHOUT',
  },
  {
    name: 'Childline',
    words: 'If you are under 19. Free.',
    hours: 'Any time',
    kind: 'phone',
    contact: '0800 1111',
    textWord: '',
  },
  {
    name: 'Samaritans',
    words: 'Any age. Free.',
    hours: 'Any time',
    kind: 'phone',
    contact: '116 123',
    textWord: '',
  },
]

/** What the button says and where it leads. */
export const reachedBy = ({ kind, contact, textWord }: Pick<HelpLine, 'kind' | 'contact' | 'textWord'>) => {
  const number = contact.replace(/[^+\d]/g, '')
  switch (kind) {
    case 'phone':
      return { say: `Call ${contact}`, href: `tel:${number}` }
    case 'text':
      return { say: `Text ${textWord ? `${textWord} to ` : ''}${contact}`, href: `sms:${number}` }
    default:
      return { say: 'Open their page', href: contact }
  }
}

const text = (missing: string, max: number) =>
  z.string().trim().min(1, missing).max(max, `Use ${max} letters or fewer.`)

/** A help line as an administrator types it. A number that cannot be rung, or a page that is no page, is not kept. */
export const helpLineForm = z
  .strictObject({
    name: text('Enter what the line is called.', 100),
    words: z.string().trim().max(300, 'Use 300 letters or fewer.').default(''),
    hours: text('Enter when somebody answers, such as “Any time”.', 100),
    kind: z.enum(Object.keys(lineKinds) as [LineKind, ...LineKind[]], { error: 'Choose how it is reached.' }),
    contact: text('Enter the number, or the address of the page.', 300),
    textWord: z.string().trim().max(20, 'Use 20 letters or fewer.').default(''),
    position: z.coerce
      .number({ error: 'Enter its place in the list, such as 1.' })
      .int('Enter a whole number.')
      .min(1, 'The first place is 1.')
      .max(99, 'Enter a number from 1 to 99.'),
    checkedOn: day,
  })
  .superRefine(({ kind, contact, textWord }, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (kind === 'web' && !/^https:\/\/[^\s/$.?#][^\s]*$/i.test(contact))
      wrong('contact', 'Enter an address that begins with https://')
    if (kind !== 'web' && !/^\+?[\d ]{3,20}$/.test(contact))
      wrong('contact', 'Enter a number of at least three digits, with nothing but digits and spaces.')
    if (kind !== 'text' && textWord !== '')
      wrong('textWord', 'Only a line by text message has a word to send.')
  })
