import { idForm } from '@/lib/id'
import { linesOf, type Sections } from '@/lib/plans/plan'

/** Somebody a line of a plan can be shown to: one of the people who matter, a worker, a team or an organisation. */
const recipientKinds = ['relationship', 'staff', 'team', 'organisation'] as const
export type RecipientKind = (typeof recipientKinds)[number]
export type Recipient = { kind: RecipientKind; id: string }

/** 'relationship:0190…' in a form or an address. */
export const recipientKey = ({ kind, id }: Recipient): string => `${kind}:${id}`

const form = new RegExp(`^(${recipientKinds.join('|')}):(${idForm})$`, 'i')

export const recipientFrom = (text: unknown): Recipient | undefined => {
  const [, kind, id] = (typeof text === 'string' && form.exec(text)) || []
  return kind && id ? { kind: kind as RecipientKind, id } : undefined
}

/** Who else sees each line, by its id. */
export const namesByLine = (shares: readonly { lineId: string; name: string }[]): Map<string, string[]> => {
  const names = new Map<string, string[]>()
  for (const { lineId, name } of shares) names.set(lineId, [...(names.get(lineId) ?? []), name])
  return names
}

/** What is shown to others of a plan as it stands, with its words. A line written differently since is shown to nobody. */
export const standingShares = <T extends { lineId: string }>(
  sections: Sections,
  shares: readonly T[],
): (T & { words: string })[] => {
  const lines = new Map(linesOf(sections).map(({ id, words }) => [id, words]))
  return shares.flatMap((share) => {
    const words = lines.get(share.lineId)
    return words === undefined ? [] : [{ ...share, words }]
  })
}
