import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { GoalTiles } from '@/app/_ui/fields/goal-tiles'
import { Form } from '@/app/_ui/form'
import { OwnPage } from '@/app/_ui/own-page'
import { familyRating } from '@/db/family/home'
import { newId } from '@/lib/id'
import { ownNotToday } from '@/lib/own-pages/not-today'
import { rateAsFamily } from './actions'

export const metadata = { title: 'How close do you think it is?' }

export default async function FamilyRating() {
  const { actor, knownAs, goals } = await load(familyRating, undefined, '/family/rating')
  return (
    <OwnPage actor={actor} current="/family">
      <BackLink href="/family">Home</BackLink>
      {goals.length === 0 ? (
        <>
          <h1>How close do you think it is?</h1>
          <p>There is no open goal you can see.</p>
        </>
      ) : (
        <Form action={rateAsFamily} submit="Save" idempotencyKey={newId()}>
          <h1>How close do you think it is?</h1>
          <p>
            Say what you think, not what {knownAs} thinks. Your answers stand beside {knownAs}’s. Nobody mixes
            them.
          </p>
          <p>
            <b>Who sees it:</b> you, {knownAs} and the people who help. Your name, {actor.name}, stands with
            it.
          </p>
          {goals.map((goal) => (
            <GoalTiles key={goal.id} goal={goal} notToday={ownNotToday} />
          ))}
        </Form>
      )}
    </OwnPage>
  )
}
