import { isId } from '@/lib/id'
/** The meeting the screen was handed over in, to go back to; nothing unless it may be one. */
export const meetingOf = (given: unknown): string | undefined => (isId(given) ? given : undefined)

export const inRoomAddress = (
  path: '' | '/pass-back',
  meeting: string | undefined,
  more: Record<string, string> = {},
): string => {
  const query = new URLSearchParams({ ...more, ...(meeting && { meeting }) }).toString()
  return `/in-the-room${path}${query && `?${query}`}`
}
