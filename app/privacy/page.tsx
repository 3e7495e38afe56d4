import type { Metadata } from 'next'
import { PlainPage } from '@/app/_ui/plain-page'

export const metadata: Metadata = { title: 'Privacy' }

export default function Privacy() {
  return (
    <PlainPage title="Privacy">
      <p>
        The organisations that work together here keep the record, and answer for it. Ask any of them for
        their own privacy notice, for a copy of what is held about you, or to put something right.
      </p>
      <section className="fp-section">
        <h2 className="fp-h2">Who can see a record</h2>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>The team that is helping, and the team it is handing over to.</li>
          <li>
            Someone else only with a reason that is written down, for a short time, and looked at afterwards.
          </li>
          <li>
            Commissioners see numbers about groups, never a person. Small numbers are hidden so that nobody
            can be recognised.
          </li>
        </ul>
        <p>Each time someone opens a record it is written down, and that list cannot be changed.</p>
      </section>
      <section className="fp-section">
        <h2 className="fp-h2">What is kept on your device</h2>
        <p>
          Cookies that signing in needs, and no others: one says that you are signed in, for 12 hours at most,
          and one that says you have signed in on this device before, for 90 days. There is no advertising and
          no counting of visitors. Pages of the record are not stored on your device.
        </p>
      </section>
    </PlainPage>
  )
}
