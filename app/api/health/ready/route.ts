import { readinessProblem } from '@/db/health'

export const dynamic = 'force-dynamic'

/** May traffic come: the database answers, has today's shape, and holds the line. */
export const GET = async () => {
  const problem = await readinessProblem()
  return Response.json(problem ? { ready: false, problem: problem.words } : { ready: true }, {
    status: problem ? 503 : 200,
    headers: { 'cache-control': 'no-store', ...(problem && { 'retry-after': '5' }) },
  })
}
