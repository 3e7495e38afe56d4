import 'server-only'
import type { Result } from '@/lib/errors'

/** A calendar file to keep, or the same "not found" for what is missing and what is out of reach. */
export const calendarAnswer = (result: Result<string>): Response => {
  if (!result.ok)
    return new Response(result.failure.kind === 'unavailable' ? 'Try again in a minute.' : 'Not found', {
      status: result.failure.kind === 'unavailable' ? 503 : 404,
    })
  return new Response(result.value, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': 'attachment; filename="meeting.ics"',
      'cache-control': 'private, no-store',
    },
  })
}
