import { sameOrigin } from '@/app/_act/same-origin'
import { sessionToken } from '@/app/_act/token'
import { sessionLeft, stayHere } from '@/db/access/session-left'

export const dynamic = 'force-dynamic'

/** How long the session still has. Asking keeps nothing alive. */
export const GET = async () => answer(await sessionLeft(await sessionToken(), undefined))

/** Somebody is here: typing, or a press on "Stay signed in". */
export const POST = async (request: Request) => {
  if (!sameOrigin(request)) return new Response('This came from another site.', { status: 403 })
  return answer(await stayHere(await sessionToken(), undefined))
}

const answer = (result: Awaited<ReturnType<typeof sessionLeft>>): Response => {
  if (result.ok) return Response.json(result.value)
  return new Response(null, { status: result.failure.kind === 'unavailable' ? 503 : 401 })
}
