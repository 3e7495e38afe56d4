import type { ReactNode } from 'react'
import type { Actor } from '@/db/door'
import { homeOf, navigation } from './navigation'
import { Shell } from './shell'

/** The weather: what anybody may have open, and nothing that says where they were. */
export const neutralSite = 'https://www.bbc.co.uk/weather'

/** At the foot of every page of one's own. */
const below = [
  { href: '/me/account', label: 'How you sign in' },
  { href: '/help', label: 'Help' },
  { href: '/accessibility', label: 'Accessibility' },
  { href: '/privacy', label: 'Privacy' },
] as const

type Props = {
  actor: Pick<Actor, 'staffId' | 'name' | 'role' | 'demonstration'>
  /** href of the navigation item this page is under */
  current?: string
  children: ReactNode
}

/**
 * The frame of every page of a young person, and of a parent or carer. It names no service and nobody who helps, in case
 * somebody looks over their shoulder.
 */
export function OwnPage({ actor, current, children }: Props) {
  return (
    <Shell
      youngPerson
      home={homeOf(actor.role)}
      nav={navigation[actor.role]}
      current={current}
      helpNowHref="/get-help-now"
      leaveHref={neutralSite}
      signOut="/sign-out"
      session={actor}
      footerLinks={below}
      demonstration={actor.demonstration}
    >
      {children}
    </Shell>
  )
}
