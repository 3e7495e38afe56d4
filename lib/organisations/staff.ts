import { z } from 'zod'
import { requiredText } from '@/lib/parse'

export const standings = { active: 'Active', suspended: 'Suspended', left: 'Left' } as const
export type Standing = keyof typeof standings

/** What is known about somebody who works here. The e-mail address is the name to sign in with. */
export const aboutStaff = z.strictObject({
  name: requiredText('Enter their name.').max(200, 'Use 200 letters or fewer.'),
  email: z
    .string()
    .trim()
    .pipe(z.email({ error: 'Enter an e-mail address, such as name@example.org.' })),
  jobTitle: z.string().max(200, 'Use 200 letters or fewer.').default(''),
  organisationId: z.uuid({ error: 'Choose the organisation they work for.' }),
})
