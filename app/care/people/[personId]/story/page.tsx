import { load } from '@/app/_act/load'
import { Block } from '@/app/_ui/block'
import { ButtonLink } from '@/app/_ui/button-link'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { story } from '@/db/story/reads'
import { instantInWords } from '@/lib/day'
import { daysTyped, isFiltered, readStoryFilter, storyAddress } from '@/lib/story/filter'
import { meetingWays } from '@/lib/story/meeting'
import { StoryFilters } from './filters'
import { NoteDoing } from './note-doing'
import { entryKey, StoryEntry } from './story-entry'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'Story' }

export default async function Story({ params, searchParams }: Props) {
  const { personId } = await params
  const { saved, ...asked } = await searchParams
  const record = `/care/people/${personId}`
  const base = `${record}/story`
  const filter = readStoryFilter(asked)
  const { actor, identity, entries, older, meetings, writers, now } = await load(
    story,
    { personId, ...filter },
    storyAddress(base, filter),
  )
  const { knownAs } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <Saved at={saved} />
      <div className="fp-split">
        <div>
          <div className="fp-block__head">
            <h1>{knownAs}’s story</h1>
            <ButtonLink tone="go" href={`${base}/note`}>
              Add a note
            </ButtonLink>
          </div>
          <StoryFilters base={base} filter={filter} typed={daysTyped(asked)} writers={writers} />
          {entries.length === 0 ? (
            <Empty action={isFiltered(filter) && <Link href={base}>Show everything</Link>}>
              {isFiltered(filter) ? 'Nothing fits these choices.' : 'The story starts with the referral.'}
            </Empty>
          ) : (
            <div className="fp-card">
              <ul className="fp-todo">
                {entries.map((entry) => (
                  <StoryEntry
                    key={entryKey(entry)}
                    entry={entry}
                    knownAs={knownAs}
                    personId={personId}
                    doing={
                      entry.kind === 'note' && (
                        <NoteDoing note={entry} personId={personId} staffId={actor.staffId} now={now} />
                      )
                    }
                  />
                ))}
              </ul>
            </div>
          )}
          <nav className="fp-pages" aria-label="Pages">
            {filter.before && (
              <Link href={storyAddress(base, { ...filter, before: undefined })}>Newest first</Link>
            )}
            {older && (
              <Link href={storyAddress(base, { ...filter, before: older })} rel="next">
                Older entries
              </Link>
            )}
          </nav>
        </div>
        <div>
          <Block
            title="Meetings"
            id="meetings"
            link={<Link href={`${record}/meetings/new`}>Book a meeting</Link>}
          >
            {meetings.length === 0 ? (
              <p className="fp-quiet">None booked. What is booked appears here, and on Today.</p>
            ) : (
              <ul className="fp-todo">
                {meetings.map((one) => (
                  <li key={one.id}>
                    <p>
                      <Link href={`${record}/meetings/${one.id}`}>{instantInWords(one.startsAt)}</Link>
                    </p>
                    <p>
                      {meetingWays[one.how]}
                      {one.place && `, ${one.place}`}. {one.with}
                      {one.also && ` and ${one.also}`}.
                    </p>
                    {one.startsAt <= now ? (
                      <p>
                        <Link href={`${record}/meetings/${one.id}/attendance`}>Say who came</Link>
                      </p>
                    ) : (
                      <p>
                        <Link href={`${record}/meetings/${one.id}/calendar.ics`}>Calendar file</Link>
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Block>
          <p>
            <Link href={`${base}/who-looked`}>Who looked at this record</Link>
          </p>
        </div>
      </div>
    </RecordPage>
  )
}
