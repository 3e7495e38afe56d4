import { sameOrigin } from '@/app/_act/same-origin'
import { forgetSessionToken, sessionToken } from '@/app/_act/token'
import { signOut } from '@/db/access/sign-out'

export const dynamic = 'force-dynamic'

/** A plain form posts here from every page. Another site that posts here signs nobody out. */
export const POST = async (request: Request) => {
  if (!sameOrigin(request)) return new Response('This came from another site.', { status: 403 })
  await signOut(await sessionToken())
  await forgetSessionToken()
  return new Response(null, { status: 303, headers: { location: '/sign-in?signed-out=yes' } })
}
