import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { ButtonLink } from '@/app/_ui/button-link'
import { GoalTiles } from '@/app/_ui/fields/goal-tiles'
import { Form } from '@/app/_ui/form'
import { OwnPage } from '@/app/_ui/own-page'
import { myRating } from '@/db/me/reads'
import { newId } from '@/lib/id'
import { ownNotToday } from '@/lib/own-pages/not-today'
import { firstName, listed } from '@/lib/own-pages/when'
import { rateMyGoals } from './actions'

export const metadata = { title: 'How close do you feel?' }

export default async function MyRating() {
  const { actor, status, goals, people, seenBy } = await load(myRating, undefined, '/me/rating')
  if (status !== 'open' || goals.length === 0)
    return (
      <OwnPage actor={actor} current="/me/goals">
        <BackLink href="/me/goals">My goals</BackLink>
        <h1>How close do you feel?</h1>
        {status === 'open' ? (
          <>
            <p>You have no goals yet. Add one first.</p>
            <ButtonLink tone="go" href="/me/goals/new">
              Add a goal
            </ButtonLink>
          </>
        ) : (
          <p>You are not with a team just now. You can still read your goals.</p>
        )}
      </OwnPage>
    )
  return (
    <OwnPage actor={actor} current="/me/goals">
      <BackLink href="/me/goals">My goals</BackLink>
      <Form action={rateMyGoals} submit="Save" idempotencyKey={newId()}>
        <h1>How close do you feel?</h1>
        <p>
          Do this on your own, or with {people[0] ? firstName(people[0].name) : 'somebody'} when you meet. 0
          is an answer too. So is “Not today”.
        </p>
        <p>
          <b>Who sees it:</b> you and{' '}
          {listed([...people.map((one) => firstName(one.name)), 'their team', ...seenBy])}.
        </p>
        <p>What you said before opens when you have saved.</p>
        {goals.map((goal) => (
          <GoalTiles key={goal.id} goal={goal} notToday={ownNotToday} />
        ))}
      </Form>
    </OwnPage>
  )
}
