import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { readMeasures } from '@/db/measures/reads'
import { CurrentViews } from './current-views'
import { MeasureCard } from './measure-card'
import { National } from './national'
import { PutRight } from './put-right'
import { UndoScores } from './undo-scores'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ saved?: string | string[]; undone?: string | string[] }>
}

export const metadata = { title: 'Measures' }

export default async function Measures({ params, searchParams }: Props) {
  const { personId } = await params
  const { saved, undone } = await searchParams
  const base = `/care/people/${personId}/measures`
  const page = await load(readMeasures, { personId }, base)
  const { actor, identity, today, lines, corrected, views, undo, withoutT, national } = page
  const { knownAs } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      {undone === 'yes' ? (
        <Saved at={saved}>Taken back at {saved}. The scores stay in the record, struck through.</Saved>
      ) : undo ? (
        <UndoScores personId={personId} undo={undo} />
      ) : (
        <Saved at={saved} />
      )}
      <PageHeading
        lede={
          <>
            They stand beside <Link href={`/care/people/${personId}/goals`}>{knownAs}’s goals</Link>, which
            come first. Each person’s scores stand for themselves, and no measure is added to another.
          </>
        }
      >
        {knownAs}’s measures
      </PageHeading>
      <div className="fp-actions">
        <ButtonLink tone="go" href={`${base}/new`}>
          Record a measure
        </ButtonLink>
        <Link href={`${base}/current-view`}>Record a Current View</Link>
      </div>
      {withoutT.length > 0 && (
        <div className="fp-section">
          <Notice kind="warning">RCADS: {withoutT.join(' ')}</Notice>
        </div>
      )}
      {lines.length === 0 ? (
        <Empty>No measure has been recorded yet. Scores of a questionnaire you use appear here.</Empty>
      ) : (
        lines.map((one) => (
          <MeasureCard
            today={today}
            key={`${one.measure.key} ${one.rater} ${one.raterKey}`}
            personId={personId}
            {...one}
          />
        ))
      )}
      <National knownAs={knownAs} result={national} />
      <CurrentViews personId={personId} views={views} />
      <PutRight corrected={corrected} views={views} />
    </RecordPage>
  )
}
