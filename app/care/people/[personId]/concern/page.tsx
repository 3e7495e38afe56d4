import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { Block } from '@/app/_ui/block'
import { DateField } from '@/app/_ui/fields/date-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Link } from '@/app/_ui/link'
import { PageHeading } from '@/app/_ui/page-heading'
import { RecordPage } from '@/app/_ui/staff-page'
import { readConcerns } from '@/db/concerns/reads'
import { concernKnown, toldAnswers } from '@/lib/concerns/concern'
import { instantInWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { noteConcern } from './actions'
import { ToldFields } from './told-fields'

export const metadata = { title: 'Concern about safety' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function NoteConcern({ params, searchParams }: Props) {
  const { personId } = await params
  const base = `/care/people/${personId}/concern`
  const { actor, identity, today, concerns } = await load(readConcerns, { personId }, base)
  const { knownAs } = identity
  return (
    <RecordPage actor={actor} identity={identity} tab="concern">
      <div className="fp-split fp-split--form">
        <Form
          action={noteConcern}
          submit="Save this concern"
          idempotencyKey={newId()}
          hidden={{ personId }}
          draft={await draftFor('concern', { personId }, await searchParams)}
          className="fp-form-page"
        >
          <PageHeading lede="If somebody is in danger now, call 999 first. Write it down after.">
            Note a concern about safety
          </PageHeading>
          <DateField name="noticedOn" label="When was it noticed?" value={today} />
          <TextArea name="words" label="What is the concern?" rows={3} />
          <TextArea
            name="seenOrHeard"
            label="What was seen or heard, and from whom?"
            hint="Their words as they said them. What you saw apart from what you think."
            rows={5}
          />
          <TextArea name="doneNow" label="What is done now?" hint="By whom, and until when" rows={3} />
          <RadioGroup
            name="told"
            label="Who has been told?"
            options={[
              { value: 'told', label: toldAnswers.told, reveals: <ToldFields today={today} /> },
              { value: 'not-yet', label: toldAnswers['not-yet'] },
            ]}
          />
          <RadioGroup
            name="youngPersonKnows"
            label={`Does ${knownAs} know that this is written down and who is told?`}
            options={Object.entries(concernKnown).map(([value, label]) => ({ value, label }))}
          />
          <TextArea name="youngPersonWords" label={`What ${knownAs} said about it`} optional />
        </Form>
        <div>
          <Block title="Who sees this" id="who-sees">
            <p>
              The named worker, whoever is beside {knownAs} with them, and the leads of their teams have it on
              Today until they have read it. It is on no page of {knownAs} or of a parent or carer.
            </p>
          </Block>
          <Block title="Written before" id="before">
            {concerns.length === 0 ? (
              <p className="fp-quiet">None.</p>
            ) : (
              <ul className="fp-todo">
                {concerns.map((one) => (
                  <li key={one.id}>
                    <Link href={`${base}/${one.id}`}>{instantInWords(one.madeAt)}</Link>
                    <p className="fp-verbatim">{one.words}</p>
                    <p className="fp-quiet">
                      {one.by}. {one.told ? 'Somebody was told.' : 'Nobody was told yet.'}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </Block>
        </div>
      </div>
    </RecordPage>
  )
}
