import { idForm } from '@/lib/id'

/** Somebody a line of a plan can be shown to: one of the people who matter, a worker, a team or an organisation. */
export const recipientKinds = ['relationship', 'staff', 'team', 'organisation'] as const
export type RecipientKind = (typeof recipientKinds)[number]
export type Recipient = { kind: RecipientKind; id: string }

/** 'relationship:0190…' in a form or an address. */
export const recipientKey = ({ kind, id }: Recipient): string => `${kind}:${id}`

const form = new RegExp(`^(${recipientKinds.join('|')}):(${idForm})$`, 'i')

export const recipientFrom = (text: unknown): Recipient | undefined => {
  const [, kind, id] = (typeof text === 'string' && form.exec(text)) || []
  return kind && id ? { kind: kind as RecipientKind, id } : undefined
}
