import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { RatingTiles } from '@/app/_ui/fields/rating-tiles'
import { Form } from '@/app/_ui/form'
import { OwnPage } from '@/app/_ui/own-page'
import { Verbatim } from '@/app/_ui/verbatim'
import { familyRating } from '@/db/family/home'
import { anchors } from '@/lib/goals/rating'
import { fieldOf } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import { ownNotToday } from '@/lib/own-pages/not-today'
import { rateAsFamily } from './actions'

export const metadata = { title: 'How close do you think it is?' }

const reasons = Object.entries(ownNotToday).map(([value, label]) => ({ value, label }))

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
            <RatingTiles
              key={goal.id}
              name={fieldOf(goal.id)}
              legend={<Verbatim lang={goal.language}>{goal.words}</Verbatim>}
              reasons={reasons}
              anchors={[anchors[0], anchors[5], anchors[10]]}
            />
          ))}
        </Form>
      )}
    </OwnPage>
  )
}
