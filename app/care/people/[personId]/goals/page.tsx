import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { MovementKey } from '@/app/_ui/charts/movement-key'
import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { RecordPage } from '@/app/_ui/staff-page'
import { readGoals } from '@/db/goals/reads'
import { inWords } from '@/lib/day'
import { GoalCard } from './goal-card'
import { SavedOrUndo } from './undo-ratings'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ saved?: string | string[]; undone?: string | string[] }>
}

export const metadata = { title: 'Goals' }

export default async function Goals({ params, searchParams }: Props) {
  const { personId } = await params
  const { saved, undone } = await searchParams
  const base = `/care/people/${personId}`
  const { actor, identity, open, ended, marks, undo } = await load(readGoals, { personId }, `${base}/goals`)
  const { knownAs } = identity
  const lastRated = open
    .flatMap((goal) => goal.lines.flatMap((line) => line.points.map((point) => point.day)))
    .sort()
    .at(-1)
  const lines = [...open, ...ended].flatMap((goal) => goal.lines)
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <SavedOrUndo personId={personId} undo={undo} saved={saved}>
        {undone === 'yes'
          ? `Taken back at ${saved}. The numbers stay in the record, struck through.`
          : undefined}
      </SavedOrUndo>
      <div className="fp-block__head">
        <h1>{knownAs}’s goals</h1>
        <Link href={`${base}/goals/new`}>Add a goal</Link>
      </div>
      <h2 className="nhsuk-u-visually-hidden">Open goals</h2>
      {open.length === 0 ? (
        <Empty action={<ButtonLink href={`${base}/goals/new`}>Add a goal</ButtonLink>}>
          No goals yet. A good start: what happens on a good day?
        </Empty>
      ) : (
        <>
          <ul className="fp-cards">
            {open.map((goal) => (
              <GoalCard key={goal.id} {...{ goal, personId, knownAs, marks }} />
            ))}
          </ul>
          {lines.length > 0 && <MovementKey series={lines} marks={marks} />}
          <div className="fp-actions">
            <ButtonLink tone="go" href={`${base}/rating`}>
              Rate goals
            </ButtonLink>
            <Link href={`${base}/review`}>Review every goal</Link>
            {open.length > 1 && <Link href={`${base}/goals/order`}>Put them in order</Link>}
            <span className="fp-quiet fp-small">
              {lastRated ? `Last rated ${inWords(lastRated)}` : 'Not rated yet'}
            </span>
          </div>
        </>
      )}
      <p>
        <Link href={`${base}/measures`}>{knownAs}’s measures</Link>
      </p>
      <p>
        On paper: <Link href={`${base}/goals/print`}>goals and how they move</Link>,{' '}
        <Link href={`${base}/goals/sheet`}>a sheet to fill in by hand</Link>
      </p>
      {ended.length > 0 && (
        <section className="fp-section" aria-labelledby="ended">
          <h2 id="ended">Ended goals</h2>
          <ul className="fp-cards">
            {ended.map((goal) => (
              <GoalCard key={goal.id} {...{ goal, personId, knownAs, marks }} />
            ))}
          </ul>
        </section>
      )}
    </RecordPage>
  )
}
