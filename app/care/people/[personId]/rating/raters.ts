import type { Actor } from '@/db/door'
import { mayRateAs, raters } from '@/lib/goals/rating'

type Parent = { name: string; relation: string }

/** Who may be rating on this page: the young person, each parent or carer by name, and a clinician for themselves. */
export const raterOptions = (
  knownAs: string,
  parents: readonly Parent[],
  actor: Pick<Actor, 'name' | 'role'>,
): { value: string; label: string }[] => [
  { value: 'young-person', label: knownAs },
  ...parents.map(({ name, relation }) => ({
    value: `parent-or-carer=${name}`,
    label: `${name}, ${knownAs}’s ${relation.replace('-', ' ')}`,
  })),
  {
    value: 'parent-or-carer',
    label: parents.length ? 'Another parent or carer' : raters['parent-or-carer'],
  },
  ...(mayRateAs(actor.role, 'clinician') ? [{ value: 'clinician', label: `${actor.name}, clinician` }] : []),
]
