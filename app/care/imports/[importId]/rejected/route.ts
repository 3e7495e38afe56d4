import { sessionToken } from '@/app/_act/token'
import { rejectedRows } from '@/db/imports/reads'
import { rejectedCsv } from '@/db/imports/rejected-csv'

type Props = { params: Promise<{ importId: string }> }

/** The lines that could not be imported, for the sender. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const result = await rejectedRows(await sessionToken(), await params)
  if (!result.ok)
    return new Response(result.failure.kind === 'unavailable' ? 'Try again in a minute.' : 'Not found', {
      status: result.failure.kind === 'unavailable' ? 503 : 404,
    })
  return new Response(rejectedCsv(result.value.rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="rejected-referrals.csv"',
      'cache-control': 'private, no-store',
    },
  })
}
