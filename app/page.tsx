import { redirect } from 'next/navigation'
import { sessionToken } from './_act/token'
import { nextPage } from './sign-in/next-page'

/** The first page of whoever is signed in, or the sign-in page. */
export default async function Start() {
  return redirect((await nextPage(await sessionToken())) ?? '/sign-in')
}
