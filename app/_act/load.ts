import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { nextPage } from '@/app/sign-in/next-page'
import type { Read } from '@/db/read'
import { sessionToken } from './token'

/**
 * A page's one read. Missing and out of reach are the same page; an ended session goes to the sign-in page.
 * @throws when the database cannot be reached, so that the error page says so
 */
export async function load<P, T>(read: Read<P, T>, params: P, backTo: string): Promise<T> {
  const result = await read(await sessionToken(), params)
  if (result.ok) return result.value
  switch (result.failure.kind) {
    case 'signed-out':
      return redirect(`/sign-in?to=${encodeURIComponent(backTo)}`)
    case 'unavailable':
      throw new Error('The database did not answer in time.')
    case 'refused':
      // While the screen is handed over every other page leads back to the one that is open.
      if ((await nextPage(await sessionToken())) === '/in-the-room') return redirect('/in-the-room')
      return notFound()
    default:
      return notFound()
  }
}
