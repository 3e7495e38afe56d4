import { sessionToken } from '@/app/_act/token'
import { newestPlan } from '@/db/plans/newest'
import { planKind } from '@/lib/plans/plan'

type Where = { params: Promise<{ personId: string; kind: string }> }

const bare = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { 'cache-control': 'no-store', ...headers } })

/** Which version of a plan is the newest, for a page that shows one. No word of the plan is in it. */
export async function GET(request: Request, { params }: Where): Promise<Response> {
  const { personId, kind } = await params
  const asked = planKind.safeParse(kind)
  if (!asked.success) return bare(404)
  const result = await newestPlan(await sessionToken(), { personId, kind: asked.data })
  if (!result.ok)
    return bare(
      result.failure.kind === 'signed-out' ? 401 : result.failure.kind === 'unavailable' ? 503 : 404,
    )
  const tag = `"${result.value.number}"`
  if (request.headers.get('if-none-match') === tag) return bare(304, { etag: tag })
  return Response.json(result.value, { headers: { etag: tag, 'cache-control': 'no-store' } })
}
