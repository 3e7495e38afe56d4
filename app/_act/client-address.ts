/**
 * The network address a request came from. The last entry is the one our own proxy (or the server itself) wrote; those
 * before it are anybody's claim. The proxy in front has to overwrite or append to X-Forwarded-For.
 */
export const clientAddress = (headers: { get(name: string): string | null }): string | undefined =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || undefined
