import type { Metadata } from 'next'
import { PlainPage } from '@/app/_ui/plain-page'

export const metadata: Metadata = { title: 'Accessibility' }

export default function Accessibility() {
  return (
    <PlainPage title="Accessibility">
      <p>
        We want everyone to be able to use this service. It is built to meet level AA of the Web Content
        Accessibility Guidelines, version 2.2.
      </p>
      <p>You can:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>use every page with a keyboard alone, or by voice</li>
        <li>zoom to 400% without scrolling sideways, tables apart</li>
        <li>fill in and send every form without JavaScript</li>
        <li>read every chart as a sentence and as a table</li>
        <li>use your own colours and ask for less movement in your device’s settings</li>
      </ul>
      <section className="fp-section">
        <h2 className="fp-h2">How it is checked</h2>
        <p>
          Each kind of page is checked automatically before a change is made to the service. That finds only
          part of what can be wrong. It has not been audited by an independent body.
        </p>
      </section>
      <section className="fp-section">
        <h2 className="fp-h2">What does not work for you</h2>
        <p>
          Tell your team lead or administrator, who can pass it on. If you need a page in another form, such
          as large print, ask the service that you are with.
        </p>
      </section>
    </PlainPage>
  )
}
