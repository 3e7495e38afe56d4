import type { Metadata } from 'next'
import { Shell } from '@/app/_ui/shell'

export const metadata: Metadata = { title: 'Get help now' }

/** National lines for England. Numbers a partnership sets itself come with the young person's own pages. */
const lines = [
  {
    name: 'NHS 111',
    words: 'Any time. Choose the mental health option (2).',
    say: 'Call 111',
    href: 'tel:111',
  },
  {
    name: 'Shout',
    words: 'Any time, by text. Free and private.',
    say: 'Text SHOUT to 85258',
    href: 'sms:85258',
  },
  {
    name: 'Childline',
    words: 'Any time, if you are under 19. Free.',
    say: 'Call 0800 1111',
    href: 'tel:08001111',
  },
  { name: 'Samaritans', words: 'Any time, any age. Free.', say: 'Call 116 123', href: 'tel:116123' },
] as const

export default function GetHelpNow() {
  return (
    <Shell youngPerson>
      <h1>Get help now</h1>
      <p>If you or someone else is in danger now, call 999 or go to A&amp;E.</p>
      <p>
        <a className="fp-button-quiet" href="tel:999">
          Call 999
        </a>
      </p>
      <section className="fp-section">
        <h2 className="fp-h2">Talk to someone today</h2>
        {lines.map((line) => (
          <section className="fp-card" key={line.name} aria-label={line.name}>
            <h3 className="fp-h3">{line.name}</h3>
            <p>{line.words}</p>
            <a className="fp-button-quiet" href={line.href}>
              {line.say}
            </a>
          </section>
        ))}
      </section>
      <section className="fp-section">
        <p>
          <b>Nobody is watching this page all the time.</b> Messages to the people who help you are read when
          they are at work.
        </p>
      </section>
    </Shell>
  )
}
