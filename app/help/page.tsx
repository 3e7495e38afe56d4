import type { Metadata } from 'next'
import { PlainPage } from '@/app/_ui/plain-page'

export const metadata: Metadata = { title: 'Help' }

export default function Help() {
  return (
    <PlainPage title="Help">
      <section className="fp-section">
        <h2 className="fp-h2" id="cannot-sign-in">
          I cannot sign in
        </h2>
        <p>
          Your administrator can help you in person: they see that it is you, and give you a password for one
          use. We never send a link or a password by e-mail or text message, and we never ask for yours.
        </p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>Lost phone: use one of your recovery codes in place of the 6 digits.</li>
          <li>“The code is not right”: check that the clock of your phone is set by the network.</li>
          <li>
            Young people, parents and carers: the person who helps you can give you a new way in when you
            meet.
          </li>
          <li>“Too many tries”: wait as long as the page says. Your password still works afterwards.</li>
        </ul>
      </section>
      <section className="fp-section">
        <h2 className="fp-h2">Something looks wrong in a record</h2>
        <p>
          Tell your team lead. Nothing in a record is deleted: a correction stands beside what it corrects. If
          you can see someone you believe you should not see, tell your privacy officer today.
        </p>
      </section>
      <section className="fp-section">
        <h2 className="fp-h2">I found a weakness in this service</h2>
        <p>
          Tell the people who run it before you tell anyone else, and do not open anybody’s record to show it.
          How to reach them is in <a href="/.well-known/security.txt">security.txt</a>.
        </p>
      </section>
      <section className="fp-section">
        <h2 className="fp-h2">I need help myself, or a young person does</h2>
        <p>
          Nobody is watching this service all the time. <a href="/get-help-now">Get help now</a> has the
          numbers to call.
        </p>
      </section>
    </PlainPage>
  )
}
