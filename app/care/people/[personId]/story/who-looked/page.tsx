import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { Table } from '@/app/_ui/table'
import { type Looked, whoLooked } from '@/db/story/who-looked'
import { type Role, roleNames } from '@/lib/access/roles'
import { day, inWords, timeInWords } from '@/lib/day'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'Who looked' }

export default async function WhoLooked({ params, searchParams }: Props) {
  const { personId } = await params
  const before = day.safeParse((await searchParams).before)
  const story = `/care/people/${personId}/story`
  const base = `${story}/who-looked`
  const { actor, identity, looked, older } = await load(
    whoLooked,
    { personId, before: before.data },
    before.data ? `${base}?before=${before.data}` : base,
  )
  const days = [...new Set(looked.map((one) => one.on))]
  return (
    <RecordPage actor={actor} identity={identity} tab="story">
      <BackLink href={story}>Back to {identity.knownAs}’s story</BackLink>
      <PageHeading lede={`${identity.knownAs} can ask to see this too. What you did yourself is left out.`}>
        Who looked at this record
      </PageHeading>
      {days.length === 0 && <Empty>Nobody else yet.</Empty>}
      {days.map((on) => (
        <Table
          key={on}
          caption={inWords(on)}
          stack
          columns={[{ header: 'Who' }, { header: 'As' }, { header: 'When' }]}
          rows={looked
            .filter((one) => one.on === on)
            .map((one, index) => ({ key: `${index}`, cells: [one.name, asInWords(one), whenInWords(one)] }))}
        />
      ))}
      <nav className="fp-pages" aria-label="Pages">
        {before.data && <Link href={base}>Newest first</Link>}
        {older && (
          <Link href={`${base}?before=${older}`} rel="next">
            Earlier days
          </Link>
        )}
      </nav>
    </RecordPage>
  )
}

const asInWords = ({ role, team, inNeed }: Looked): string =>
  [roleNames[role as Role] ?? role, team, inNeed && 'opened in need'].filter(Boolean).join(', ')

const whenInWords = ({ first, last, times }: Looked): string =>
  times === 1 || timeInWords(first) === timeInWords(last)
    ? timeInWords(last)
    : `${times} times from ${timeInWords(first)} to ${timeInWords(last)}`
