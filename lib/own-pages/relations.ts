import type { Relationship } from '@/lib/people/relationships'

/** Who somebody is, said to the young person. */
export const relationForThem: Record<Relationship, string> = {
  mother: 'Your mum',
  father: 'Your dad',
  'step-parent': 'Your step-parent',
  'foster-carer': 'Your foster carer',
  grandparent: 'Your grandparent',
  sibling: 'Your brother or sister',
  partner: 'Your partner',
  friend: 'Your friend',
  'social-worker': 'Your social worker',
  'personal-adviser': 'Your personal adviser',
  school: 'At your school or college',
  gp: 'Your doctor',
  other: 'Somebody you know',
}
