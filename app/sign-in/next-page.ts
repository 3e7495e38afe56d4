import 'server-only'
import { homeOf } from '@/app/_ui/navigation'
import { signingIn } from '@/db/access/signing-in'

/** Where a session stands: the page it has to pass on its way in, its home, or undefined when nobody is signed in. */
export async function nextPage(token: string | undefined): Promise<string | undefined> {
  const mine = await signingIn(token)
  switch (mine?.stage) {
    case undefined:
      return undefined
    case 'password':
      return '/account/first-password'
    case 'second-step':
      return '/account/second-step'
    case 'in-room':
      return '/in-the-room'
    default:
      return homeOf(mine!.role)
  }
}

/** The page someone wanted before signing in: only ever one of ours. */
export const wantedPage = (to: unknown): string =>
  typeof to === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(to) && !to.startsWith('/sign-') ? to : '/'
