import { sessionToken } from '@/app/_act/token'
import { readEquity } from '@/db/reporting/reads'
import { addressOf, measureIn } from '../address'
import { csvOf } from '../csv'

/** The tables of the equity page as a file: the same published figures, row for row. */
export async function GET(request: Request): Promise<Response> {
  const measure = measureIn(Object.fromEntries(new URL(request.url).searchParams))
  const result = await readEquity(await sessionToken(), { measure })
  if (!result.ok) {
    if (result.failure.kind === 'signed-out')
      return new Response(null, {
        status: 303,
        headers: { location: `/sign-in?to=${encodeURIComponent(addressOf(measure))}` },
      })
    return result.failure.kind === 'unavailable'
      ? plain('The figures cannot be read just now. Try again in a minute.', 503)
      : plain('Page not found.', 404)
  }
  const { actor, published } = result.value
  if (!published) return plain('Nothing has been published yet.', 404)
  const { release, cells } = published
  return new Response(csvOf(release, actor.partnershipName, measure, cells), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="equity-${measure}-${release.from}-to-${release.to}.csv"`,
      'cache-control': 'no-store',
    },
  })
}

const plain = (words: string, status: number) =>
  new Response(words, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
