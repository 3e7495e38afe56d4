import type { Metadata } from 'next'
import { textHeld } from '@/app/_act/held-text'
import { ButtonLink } from '@/app/_ui/button-link'
import { Shell } from '@/app/_ui/shell'
import { wantedPage } from '@/app/sign-in/next-page'
import { WhatYouWrote } from '@/app/sign-in/what-you-wrote'

export const metadata: Metadata = { title: 'Not saved yet' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Without script, while the database is away: nothing on this page needs it, and what was posted is still there. */
export default async function NotSaved({ searchParams }: Props) {
  const to = wantedPage((await searchParams).to)
  const held = await textHeld().catch(() => undefined)
  return (
    <Shell helpNowHref="/get-help-now">
      <h1>Not saved yet</h1>
      <p>We could not save this just now. Wait a minute, then go back to the form and save again.</p>
      {held?.page === to && <WhatYouWrote held={held} then="It is in the form again when you go back." />}
      <div className="fp-actions">
        <ButtonLink tone="go" href={to}>
          Go back to the form
        </ButtonLink>
      </div>
    </Shell>
  )
}
