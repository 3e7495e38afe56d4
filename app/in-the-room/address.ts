const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The meeting the screen was handed over in, to go back to; nothing unless it may be one. */
export const meetingOf = (given: unknown): string | undefined =>
  typeof given === 'string' && uuid.test(given) ? given : undefined

export const inRoomAddress = (
  path: '' | '/pass-back',
  meeting: string | undefined,
  more: Record<string, string> = {},
): string => {
  const query = new URLSearchParams({ ...more, ...(meeting && { meeting }) }).toString()
  return `/in-the-room${path}${query && `?${query}`}`
}
