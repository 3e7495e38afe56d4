import { load } from '@/app/_act/load'
import { Block } from '@/app/_ui/block'
import { ButtonLink } from '@/app/_ui/button-link'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { Pagination } from '@/app/_ui/pagination'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { story } from '@/db/story/reads'
import { instantInWords } from '@/lib/day'
import { entryKindOf, entryKinds } from '@/lib/story/entry'
import { meetingWays } from '@/lib/story/meeting'
import { StoryEntry } from './story-entry'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'Story' }

export default async function Story({ params, searchParams }: Props) {
  const { personId } = await params
  const { saved, kind: asked, page: pageAsked } = await searchParams
  const base = `/care/people/${personId}`
  const kind = entryKindOf(asked)
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(pageAsked)) || 1))
  const path = kind ? `${base}/story?kind=${kind}` : `${base}/story`
  const { actor, identity, entries, meetings, now, pages } = await load(story, { personId, kind, page }, path)
  const { knownAs } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <Saved at={saved} />
      <div className="fp-split">
        <div>
          <div className="fp-block__head">
            <h1>{knownAs}’s story</h1>
            <ButtonLink tone="go" href={`${base}/story/note`}>
              Add a note
            </ButtonLink>
          </div>
          <form method="get" action={`${base}/story`} className="fp-filters">
            <div className="nhsuk-form-group">
              <label className="nhsuk-label" htmlFor="kind">
                Show
              </label>
              <select className="nhsuk-select" id="kind" name="kind" defaultValue={kind ?? ''}>
                <option value="">Everything</option>
                {Object.entries(entryKinds).map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
            <button className="fp-button-quiet" type="submit">
              Show these
            </button>
          </form>
          {entries.length === 0 ? (
            <Empty>
              {kind
                ? `Nothing of this kind yet. Choose “Everything” to see the rest.`
                : 'The story starts with the referral.'}
            </Empty>
          ) : (
            <div className="fp-card">
              <ul className="fp-todo">
                {entries.map((entry) => (
                  <StoryEntry
                    key={`${entry.kind} ${entry.id} ${'what' in entry ? entry.what : ''}`}
                    entry={entry}
                    knownAs={knownAs}
                    personId={personId}
                  />
                ))}
              </ul>
            </div>
          )}
          <Pagination page={page} pages={pages} path={path} />
        </div>
        <div>
          <Block
            title="Meetings"
            id="meetings"
            link={<Link href={`${base}/meetings/new`}>Book a meeting</Link>}
          >
            {meetings.length === 0 ? (
              <p className="fp-quiet">None booked. What is booked appears here, and on Today.</p>
            ) : (
              <ul className="fp-todo">
                {meetings.map((one) => (
                  <li key={one.id}>
                    <p>
                      <b>{instantInWords(one.startsAt)}</b>
                    </p>
                    <p>
                      {meetingWays[one.how]}
                      {one.place && `, ${one.place}`}. {one.with}
                      {one.also && ` and ${one.also}`}.
                    </p>
                    {one.startsAt <= now && (
                      <p>
                        <Link href={`${base}/meetings/${one.id}/attendance`}>Say who came</Link>
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Block>
        </div>
      </div>
    </RecordPage>
  )
}
