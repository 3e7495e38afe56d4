import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { typed } from '@/app/_ui/form-state'
import { dropHeldText, type HeldText, heldText, holdText } from '@/db/drafts/held-text'
import type { Failure } from '@/lib/errors'
import { cookieOptions, secure } from './token'

const cookieName = () => (secure() ? '__Host-held-text' : 'held-text')
/** In seconds; the text itself is gone after an hour too. */
const keptFor = 60 * 60

/**
 * Without script, the answer to a form is a page, and the page reads the record again: once the session has ended, that
 * read leads to the sign-in page and what was posted would be gone; while the database is away it leads to the error page. So
 * it is held, sealed, and shown again: beside the sign-in (design ruling 9), or with a way to try again. With script the form
 * stays where it is and nothing is held.
 */
export async function keepForLater(form: FormData, failure: Failure): Promise<void> {
  if (failure.kind !== 'signed-out' && failure.kind !== 'unavailable') return
  const asked = await headers()
  if (asked.has('next-action')) return
  const to = pageOf(asked.get('referer'))
  const { idempotencyKey: _, version: __, ...fields } = typed(form)
  const ticket = await holdText(String(form.get('drawn-for') ?? ''), to, fields)
  if (!ticket) return
  const kept = await cookies()
  kept.set(cookieName(), ticket, { ...cookieOptions(), maxAge: keptFor })
  const page = failure.kind === 'unavailable' ? '/not-saved' : '/sign-in'
  redirect(`${page}?to=${encodeURIComponent(to)}`)
}

/** The page the form stood on: only its path and what is behind it, and only where the browser says so. */
const pageOf = (referer: string | null): string => {
  if (!referer || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname + search
}

/** What this browser posted and nobody saved, if that was within the hour. */
export const textHeld = async (): Promise<HeldText | undefined> =>
  heldText((await cookies()).get(cookieName())?.value)

/** A form was saved: what was held of that very form is let go. */
export const letGo = async (form: FormData): Promise<void> => {
  const kept = await cookies()
  const ticket = kept.get(cookieName())?.value
  const held = await heldText(ticket)
  if (!held || held.staffId !== form.get('drawn-for')) return
  if (pathOf(held.page) !== pathOf(pageOf((await headers()).get('referer')))) return
  kept.set(cookieName(), '', { ...cookieOptions(), maxAge: 0 })
  await dropHeldText(ticket)
}

const pathOf = (page: string) => page.split('?')[0]
