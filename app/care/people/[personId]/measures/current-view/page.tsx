import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { DateField } from '@/app/_ui/fields/date-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { Form } from '@/app/_ui/form'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { readMeasureForm } from '@/db/measures/reads'
import { newId } from '@/lib/id'
import {
  answers,
  contexts,
  education,
  factors,
  fieldOf,
  problems,
  reasons,
  yesNo,
} from '@/lib/measures/current-view'
import { recordCurrentView } from './actions'

type Props = { params: Promise<{ personId: string }> }

export const metadata = { title: 'Record a Current View' }

/** "Not known" comes last, as on the form; number keys of an object come first anyway. */
const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const parts = [
  { part: 'problem', title: 'Problem descriptions', labels: problems, choices: options(answers) },
  { part: 'factor', title: 'Complexity factors', labels: factors, choices: options(yesNo) },
  { part: 'context', title: 'Problems around them', labels: contexts, choices: options(answers) },
  {
    part: 'education',
    title: 'Education, employment and training',
    labels: education,
    choices: options(answers),
  },
] as const

export default async function CurrentView({ params }: Props) {
  const { personId } = await params
  const base = `/care/people/${personId}/measures`
  const { actor, identity, today } = await load(readMeasureForm, { personId }, `${base}/current-view`)
  return (
    <RecordPage actor={actor} identity={identity} tab="goals">
      <BackLink href={base}>Back to {identity.knownAs}’s measures</BackLink>
      <PageHeading lede="How things look to you today. A line need not mean a diagnosis. “Not known” is for where there is not even enough to say “None”.">
        Record a Current View
      </PageHeading>
      <Form
        action={recordCurrentView}
        submit="Save Current View"
        idempotencyKey={newId()}
        hidden={{ personId }}
        className="fp-form-page"
      >
        <RadioGroup name="reason" label="Why is it completed now?" options={options(reasons)} />
        <DateField name="completedOn" label="On which day?" value={today} />
        {parts.map(({ part, title, labels, choices }) => (
          <section key={part} aria-labelledby={part} className="fp-section">
            <h2 id={part}>{title}</h2>
            {Object.entries(labels).map(([key, label]) => (
              <RadioGroup key={key} name={fieldOf(part, key)} label={label} options={choices} inline />
            ))}
          </section>
        ))}
      </Form>
    </RecordPage>
  )
}
