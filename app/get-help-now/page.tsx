import type { Metadata } from 'next'
import { sessionToken } from '@/app/_act/token'
import { BackLink } from '@/app/_ui/back-link'
import { Link } from '@/app/_ui/link'
import { navigation } from '@/app/_ui/navigation'
import { neutralSite } from '@/app/_ui/own-page'
import { Shell } from '@/app/_ui/shell'
import { signingIn } from '@/db/access/signing-in'
import { shownHelpLines } from '@/db/help-lines/shown'
import { inWords } from '@/lib/day'
import { reachedBy } from '@/lib/help/lines'

export const metadata: Metadata = { title: 'Get help now' }

/** Open to everybody, without signing in and without a script. */
export default async function GetHelpNow() {
  const token = await sessionToken()
  const { lines, checkedOn } = await shownHelpLines(token)
  const pages = await pagesOf(token)
  const own = pages === '/me'
  return (
    <Shell
      youngPerson
      home={pages ?? '/'}
      nav={own ? navigation['young-person'] : []}
      leaveHref={neutralSite}
      footerLinks={pages === '/in-the-room' ? [] : undefined}
    >
      {pages === '/in-the-room' && <BackLink href={pages}>Back to the goals</BackLink>}
      <h1>Get help now</h1>
      <p>If you or someone else is in danger now, call 999 or go to A&amp;E.</p>
      <p>
        <a className="fp-button-quiet" href="tel:999">
          Call 999
        </a>
      </p>
      <section className="fp-section" aria-labelledby="talk">
        <h2 className="fp-h2" id="talk">
          Talk to someone today
        </h2>
        {lines.map((line, index) => {
          const { say, href } = reachedBy(line)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: one place may be there to ring and to text; none moves
            <section className="fp-card" key={index} aria-label={line.name}>
              <h3 className="fp-h3">{line.name}</h3>
              <p>
                {line.hours}. {line.words}
              </p>
              <a className="fp-button-quiet" href={href} rel={line.kind === 'web' ? 'noreferrer' : undefined}>
                {say}
                {line.kind === 'web' && <span className="nhsuk-u-visually-hidden"> ({line.name})</span>}
              </a>
            </section>
          )
        })}
      </section>
      {own && (
        <section className="fp-section" aria-labelledby="helps">
          <h2 className="fp-h2" id="helps">
            Things that help me
          </h2>
          <p>Your plan for hard times, in your own words.</p>
          <p>
            <Link href="/me/safety-plan">Open my safety plan</Link>
          </p>
        </section>
      )}
      <section className="fp-section">
        <p>
          <b>Nobody is watching this page all the time.</b> The people who help you are there when they are at
          work.
        </p>
        {checkedOn && <p className="fp-quiet">Numbers checked on {inWords(checkedOn)}.</p>}
      </section>
    </Shell>
  )
}

/** Whose pages these are, only for the links: when this cannot be known, the page stands without them. */
const pagesOf = async (token: string | undefined): Promise<'/me' | '/in-the-room' | undefined> => {
  if (!token) return undefined
  return signingIn(token).then(
    (mine) =>
      mine?.stage === 'in-room'
        ? '/in-the-room'
        : mine?.stage === 'full' && mine.role === 'young-person'
          ? '/me'
          : undefined,
    () => undefined,
  )
}
