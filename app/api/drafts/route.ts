import { z } from 'zod'
import { sameOrigin } from '@/app/_act/same-origin'
import { sessionToken } from '@/app/_act/token'
import { saveDraft } from '@/db/drafts/save-draft'
import { newId } from '@/lib/id'

export const dynamic = 'force-dynamic'

const posted = z.strictObject({ draft: z.record(z.string(), z.unknown()), drawnFor: z.string().max(36) })

/** Keeps a draft while it is being typed. The answer is what the act says, as it is. */
export const POST = async (request: Request) => {
  if (!sameOrigin(request)) return new Response('This came from another site.', { status: 403 })
  const body = posted.safeParse(await request.json().catch(() => undefined))
  if (!body.success) return new Response('This is no draft.', { status: 400 })
  const { draft, drawnFor } = body.data
  return Response.json(await saveDraft(await sessionToken(), draft as never, newId(), { drawnFor }))
}
