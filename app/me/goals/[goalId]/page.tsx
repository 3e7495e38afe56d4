import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Form } from '@/app/_ui/form'
import { Icon } from '@/app/_ui/icon'
import { Link } from '@/app/_ui/link'
import { OwnPage } from '@/app/_ui/own-page'
import { OwnWords } from '@/app/_ui/own-words'
import { Saved } from '@/app/_ui/saved'
import { Verbatim } from '@/app/_ui/verbatim'
import { myGoal } from '@/db/me/reads'
import { inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { starMyGoal } from '../actions'
import { GoalPicture } from '../goal'
import { Answers } from './answers'
import { Steps } from './steps'

export const metadata = { title: 'My goal' }

type Props = {
  params: Promise<{ goalId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

export default async function MyGoal({ params, searchParams }: Props) {
  const { goalId } = await params
  const { saved } = await searchParams
  const { actor, status, goal, marks } = await load(myGoal, { goalId }, `/me/goals/${goalId}`)
  const open = goal.endedOn === null
  return (
    <OwnPage actor={actor} current="/me/goals">
      <BackLink href="/me/goals">My goals</BackLink>
      <Saved at={saved} />
      <h1>
        <Verbatim lang={goal.language}>{goal.words}</Verbatim>
      </h1>
      <p id="says">{goal.sentence}</p>
      {goal.starred && open && (
        <p>
          <Icon name="star" /> You gave this a star. It comes first on your pages.
        </p>
      )}
      <GoalPicture goal={goal} says="says" marks={marks} />
      {!open && (
        <>
          <p>This goal ended on {inWords(goal.endedOn!)}.</p>
          {goal.endedWords && <OwnWords>{goal.endedWords}</OwnWords>}
        </>
      )}
      <Answers goal={goal} />
      <Steps goal={goal} open={open && status === 'open'} />
      {open && status === 'open' && (
        <section className="fp-section" aria-labelledby="do">
          <h2 className="fp-h2" id="do">
            What you can do
          </h2>
          <p>
            <Link className="fp-link-row" href="/me/rating">
              Say how close you feel
            </Link>
            <br />
            <Link className="fp-link-row" href={`/me/goals/${goal.id}/change`}>
              Change the words
            </Link>
            <br />
            <Link className="fp-link-row" href={`/me/goals/${goal.id}/end`}>
              End this goal
            </Link>
          </p>
          <Form
            action={starMyGoal}
            tone="quiet"
            submit={goal.starred ? 'Take the star off' : 'Give it a star'}
            idempotencyKey={newId()}
            hidden={{ goalId: goal.id, starred: goal.starred ? 'no' : 'yes' }}
          />
        </section>
      )}
    </OwnPage>
  )
}
