import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { ButtonLink } from '@/app/_ui/button-link'
import { Details } from '@/app/_ui/details'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { OwnPage } from '@/app/_ui/own-page'
import { Verbatim } from '@/app/_ui/verbatim'
import { myGoals } from '@/db/me/reads'
import { languages } from '@/lib/goals/languages'
import { mayAddGoal, ownerOf } from '@/lib/goals/limits'
import { newId } from '@/lib/id'
import { addMyGoal } from '../actions'

export const metadata = { title: 'Add a goal' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AddGoal({ searchParams }: Props) {
  const search = await searchParams
  const anyway = search.anyway === 'yes'
  const { actor, open } = await load(myGoals, undefined, '/me/goals/new')
  const own = open.filter((goal) => ownerOf(goal.whose) === 'young-person')
  const full = !mayAddGoal(own.length, '').ok
  if (full && !anyway)
    return (
      <OwnPage actor={actor} current="/me/goals">
        <BackLink href="/me/goals">My goals</BackLink>
        <h1>Three goals is often enough</h1>
        <p>You have {own.length} goals now. With more, each one gets less time.</p>
        <ul>
          {own.map((goal) => (
            <li key={goal.id}>
              <Link href={`/me/goals/${goal.id}`}>
                <Verbatim lang={goal.language}>{goal.words}</Verbatim>
              </Link>
            </li>
          ))}
        </ul>
        <p>You can end one first. It stays here to read.</p>
        <ButtonLink tone="go" href="/me/goals/new?anyway=yes">
          Add one anyway
        </ButtonLink>
      </OwnPage>
    )
  return (
    <OwnPage actor={actor} current="/me/goals">
      <BackLink href="/me/goals">My goals</BackLink>
      <Form
        action={addMyGoal}
        submit="Save my goal"
        idempotencyKey={newId()}
        draft={await draftFor('my-goal', {}, search)}
      >
        <h1>Add a goal</h1>
        <p>What do you want to be different? Write it as you would say it. Spelling does not matter.</p>
        <TextArea name="words" label="My goal" rows={3} />
        <Details summary="If it is hard to find words">
          <ul>
            <li>What happens on a good day?</li>
            <li>If things were a bit better, what would you do?</li>
            <li>Who would see it first?</li>
          </ul>
        </Details>
        <TextArea name="firstStep" label="What is a first small step?" rows={2} optional />
        <Select
          name="language"
          label="Which language is it in?"
          options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
          value="en"
        />
        {full && <TextArea name="fourthBecause" label="Why does one more goal help?" rows={2} />}
        <p>The people who help you see your goals.</p>
      </Form>
    </OwnPage>
  )
}
