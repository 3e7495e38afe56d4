import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { StaffPage } from '@/app/_ui/staff-page'
import { helpLines } from '@/db/help-lines/reads'
import { inWords } from '@/lib/day'
import { nationalLines, reachedBy } from '@/lib/help/lines'

export const metadata = { title: 'Help lines' }

type Props = { searchParams: Promise<{ saved?: string | string[] }> }

export default async function HelpLines({ searchParams }: Props) {
  const { saved } = await searchParams
  const { actor, lines } = await load(helpLines, {}, '/admin/help-lines')
  const stale = lines.filter((line) => line.stale)
  return (
    <StaffPage actor={actor} current="/admin/help-lines">
      <Saved at={saved} />
      <PageHeading lede="Everybody sees these on “Get help now”, also before signing in. Call 999 stands above them.">
        Help lines
      </PageHeading>
      {stale.length > 0 && (
        <Notice kind="warning">
          Not checked for six months: {stale.map((line) => line.name).join(', ')}. Ring or open each, then say
          the day.
        </Notice>
      )}
      {lines.length === 0 ? (
        <p>
          None is set yet. Until then the national ones are shown:{' '}
          {nationalLines.map((line) => line.name).join(', ')}.
        </p>
      ) : (
        <ul className="fp-cards fp-form-page">
          {lines.map((line) => (
            <li className="fp-card" key={line.id}>
              <div className="fp-block__head">
                <h2 className="fp-h3">{line.name}</h2>
                <Link href={`/admin/help-lines/${line.id}`}>
                  Change<span className="nhsuk-u-visually-hidden"> {line.name}</span>
                </Link>
              </div>
              <p>
                {line.hours}. {line.words} <b>{reachedBy(line).say}</b>
                {line.kind === 'web' && `: ${line.contact}`}
              </p>
              <p className="fp-quiet">
                Checked on {inWords(line.checkedOn)}
                {line.stale && ', more than six months ago: check it again'}.
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className="fp-actions">
        <ButtonLink tone="go" href="/admin/help-lines/new">
          Add a help line
        </ButtonLink>
        <Link href="/get-help-now">See the page</Link>
      </div>
    </StaffPage>
  )
}
