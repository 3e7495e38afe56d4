import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { SummaryList } from '@/app/_ui/summary-list'
import { type Asked, reminders, type Sent } from '@/db/outbox/reads'
import { instantInWords, inWords } from '@/lib/day'
import { type HoursBefore, hoursBefore } from '@/lib/outbox/preferences'
import { outboxStates, whyNotInWords } from '@/lib/outbox/reminder'
import { relationships } from '@/lib/people/relationships'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'Reminders' }

export default async function Reminders({ params, searchParams }: Props) {
  const { personId } = await params
  const { saved } = await searchParams
  const base = `/care/people/${personId}/details`
  const { actor, identity, asked, sent } = await load(reminders, { personId }, `${base}/reminders`)
  const { knownAs } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab="details">
      <BackLink href={base}>Back to {knownAs}’s details</BackLink>
      <Saved at={saved} />
      <PageHeading lede="By e-mail, only to those who said yes, and never more than one a week. It says that there is a meeting and when: no name, no place, nothing about why.">
        Reminders of meetings
      </PageHeading>
      {asked.map((one) => (
        <section className="fp-section" key={one.relationshipId ?? 'self'} aria-label={one.name}>
          <h2>
            {one.name}
            {one.relation && `, ${(relationships[one.relation] ?? one.relation).toLowerCase()}`}
          </h2>
          <SummaryList
            rows={[
              {
                label: 'Reminded',
                value: saidOf(one),
                change: {
                  href: `${base}/reminders/${one.relationshipId ?? 'young-person'}`,
                  label: one.reminders === null ? 'Ask' : 'Change',
                },
              },
            ]}
          />
        </section>
      ))}
      <section className="fp-section" aria-labelledby="sent">
        <h2 id="sent">The last reminders</h2>
        {sent.length === 0 ? (
          <Empty>None yet. One is written for each meeting that is booked, for those who want it.</Empty>
        ) : (
          <ul className="fp-todo">
            {sent.map((one) => (
              <li key={one.id}>
                <p>
                  <b>{one.name ?? knownAs}</b>, about the meeting on {instantInWords(one.startsAt)}
                </p>
                <p className="fp-quiet">{becameOf(one)}</p>
              </li>
            ))}
          </ul>
        )}
        <p>
          <Link href={`/care/people/${personId}/meetings/new`}>Book a meeting</Link>
        </p>
      </section>
    </RecordPage>
  )
}

const saidOf = (one: Asked) => {
  if (one.reminders === null) return 'Not asked'
  const when = `Asked on ${inWords(one.askedOn!)}${one.askedBy ? ` by ${one.askedBy}` : ''}.`
  if (!one.reminders) return `No. ${when}`
  const address = one.email || 'no address: add one in their details'
  return `${hoursBefore[String(one.hoursBefore) as HoursBefore] ?? `${one.hoursBefore} hours before`}, to ${address}. ${when}`
}

const becameOf = ({ state, whyNot, dueAt, sentAt }: Sent): string => {
  if (state === 'waiting') return `Waiting until ${instantInWords(dueAt)}.`
  if (state === 'sent') return `Sent, ${instantInWords(sentAt!)}.`
  return whyNot ? `Not sent. ${whyNotInWords[whyNot]}` : `${outboxStates[state]}.`
}
