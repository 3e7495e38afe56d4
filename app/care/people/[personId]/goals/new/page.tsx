import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { ButtonLink } from '@/app/_ui/button-link'
import { Details } from '@/app/_ui/details'
import { CheckboxGroup } from '@/app/_ui/fields/checkbox-group'
import { DateField } from '@/app/_ui/fields/date-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Select } from '@/app/_ui/fields/select'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { Verbatim } from '@/app/_ui/verbatim'
import { readGoals } from '@/db/goals/reads'
import { outcomeKinds, whose } from '@/lib/goals/goal'
import { languages } from '@/lib/goals/languages'
import { mayAddGoal, ownerOf } from '@/lib/goals/limits'
import { themeGroups } from '@/lib/goals/themes'
import { newId } from '@/lib/id'
import { addGoal } from './actions'
import { FourthReason } from './fourth-reason'
import { KeepWords } from './keep-words'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'Add a goal' }

const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

const themeOptions = themeGroups.flatMap((group) => options(group.themes))

export default async function AddGoal({ params, searchParams }: Props) {
  const { personId } = await params
  const search = await searchParams
  const anyway = search.anyway === 'yes'
  const base = `/care/people/${personId}/goals`
  const { actor, identity, today, open } = await load(readGoals, { personId }, `${base}/new`)
  const { knownAs } = identity
  const own = open.filter((goal) => ownerOf(goal.whose) === 'young-person')
  const full = !mayAddGoal(own.length, '').ok

  if (full && !anyway)
    return (
      <RecordPage actor={actor} identity={identity} tab="goals">
        <BackLink href={base}>Back to {knownAs}’s goals</BackLink>
        <PageHeading lede={`${knownAs} has ${own.length} open goals. With more, each gets less time.`}>
          Three is usually enough. Add anyway?
        </PageHeading>
        <ul>
          {own.map((goal) => (
            <li key={goal.id}>
              <Link href={`${base}/${goal.id}`}>
                <Verbatim lang={goal.language}>{goal.words}</Verbatim>
              </Link>
            </li>
          ))}
        </ul>
        <p>One that no longer fits can be ended first. Its words and ratings stay.</p>
        <div className="fp-actions">
          <ButtonLink tone="go" href={`${base}/new?anyway=yes`}>
            Add anyway
          </ButtonLink>
          <Link href={base}>Keep to these</Link>
        </div>
      </RecordPage>
    )

  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <BackLink href={base}>Back to {knownAs}’s goals</BackLink>
      <PageHeading lede="Exactly as it was said. Spelling does not matter.">Add a goal</PageHeading>
      <Form
        action={addGoal}
        submit="Save goal"
        idempotencyKey={newId()}
        hidden={{ personId }}
        draft={await draftFor('goal', { personId }, search)}
        className="fp-form-page"
      >
        <TextArea name="words" label="In their words" rows={3} />
        <KeepWords />
        <Details summary="If it is hard to find words">
          <ul>
            <li>What happens on a good day?</li>
            <li>If things were a bit better, what would you be doing?</li>
            <li>Who would notice first, and what would they see?</li>
          </ul>
        </Details>
        <RadioGroup
          name="whose"
          label="Who said it?"
          options={options({ ...whose, 'young-person': knownAs })}
        />
        <Select name="language" label="Language it was said in" options={options(languages)} value="en" />
        <TextArea name="firstStep" label="What would be a first small step?" rows={2} optional />
        <DateField name="agreedOn" label="When was it agreed?" value={today} />
        <RadioGroup
          name="kind"
          label="What sort of hope is it?"
          hint="Their words come first. This only helps to count."
          optional
          options={options(outcomeKinds)}
        />
        <Details summary="Themes, if they help to find it again">
          <p>They stand beside the words, for counting, and never instead of them.</p>
          <CheckboxGroup name="themes" label="What is it about?" options={themeOptions} optional />
        </Details>
        <FourthReason asked={full} />
      </Form>
    </RecordPage>
  )
}
