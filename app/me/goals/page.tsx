import { load } from '@/app/_act/load'
import { ButtonLink } from '@/app/_ui/button-link'
import { Link } from '@/app/_ui/link'
import { OwnPage } from '@/app/_ui/own-page'
import { myGoals } from '@/db/me/reads'
import { GoalOnPage } from './goal'
import { SavedOrUndo } from './undo'

export const metadata = { title: 'My goals' }

type Props = { searchParams: Promise<{ saved?: string | string[] }> }

export default async function MyGoals({ searchParams }: Props) {
  const { saved } = await searchParams
  const { actor, status, open, ended, undo } = await load(myGoals, undefined, '/me/goals')
  const helped = status === 'open'
  return (
    <OwnPage actor={actor} current="/me/goals">
      <SavedOrUndo undo={undo} saved={saved} />
      <h1>My goals</h1>
      {!helped && (
        <p>You can read your goals here. When you are with a team again, you can go on with them.</p>
      )}
      {helped && open.length > 0 && (
        <p>
          <ButtonLink tone="go" href="/me/rating">
            How close do you feel?
          </ButtonLink>
        </p>
      )}
      {open.length === 0 ? (
        <>
          <p>You have no goals yet. A goal is something you want to be different.</p>
          <p>A good start: what happens on a good day?</p>
        </>
      ) : (
        <ul className="fp-cards">
          {open.map((goal) => (
            <GoalOnPage key={goal.id} goal={goal} />
          ))}
        </ul>
      )}
      {helped && (
        <p className="fp-section">
          {open.length === 0 ? (
            <ButtonLink tone="go" href="/me/goals/new">
              Add a goal
            </ButtonLink>
          ) : (
            <Link href="/me/goals/new">Add a goal</Link>
          )}
        </p>
      )}
      {ended.length > 0 && (
        <section className="fp-section" aria-labelledby="ended">
          <h2 className="fp-h2" id="ended">
            Goals that ended
          </h2>
          <p>These stay here, with every answer you gave.</p>
          <ul className="fp-cards">
            {ended.map((goal) => (
              <GoalOnPage key={goal.id} goal={goal} />
            ))}
          </ul>
        </section>
      )}
    </OwnPage>
  )
}
