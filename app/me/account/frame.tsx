import type { ReactNode } from 'react'
import { FamilyPage, MePage } from '@/app/_ui/me-page'
import type { Actor } from '@/db/door'

/** One's own account has the frame of one's own pages: a young person's, or a parent's or carer's. */
export function OwnFrame({ actor, children }: { actor: Actor; children: ReactNode }) {
  const Frame = actor.role === 'parent-or-carer' ? FamilyPage : MePage
  return <Frame actor={actor}>{children}</Frame>
}
