import { z } from 'zod'
import { requiredText } from '@/lib/parse'
import { odsCode } from '@/lib/people/ods'

export const organisationKinds = {
  nhs: 'NHS trust or board',
  charity: 'Charity or community organisation',
  council: 'Council',
  commissioner: 'Commissioner',
} as const
export type OrganisationKind = keyof typeof organisationKinds

const kinds = Object.keys(organisationKinds) as [OrganisationKind, ...OrganisationKind[]]

export const newOrganisation = z.strictObject({
  name: requiredText('Enter the name of the organisation.'),
  kind: z.enum(kinds, { error: 'Choose what kind of organisation it is.' }),
  /** Charities often have none. */
  odsCode: z.preprocess(
    (sent) => (typeof sent === 'string' && sent.trim() === '' ? null : sent),
    odsCode.nullable(),
  ),
})
