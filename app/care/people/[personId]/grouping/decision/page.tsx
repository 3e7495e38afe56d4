import { draftFor } from '@/app/_act/draft-for'
import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Block } from '@/app/_ui/block'
import { Details } from '@/app/_ui/details'
import { Empty } from '@/app/_ui/empty'
import { CheckboxGroup } from '@/app/_ui/fields/checkbox-group'
import { DateField } from '@/app/_ui/fields/date-field'
import { RadioGroup } from '@/app/_ui/fields/radio-group'
import { TextArea } from '@/app/_ui/fields/text-area'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { OwnWords } from '@/app/_ui/own-words'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { readGrouping } from '@/db/grouping/reads'
import { instantInWords, inWords } from '@/lib/day'
import { nameFieldOf, stillNeeded, ticketOf } from '@/lib/grouping/decision-form'
import {
  groupingHints,
  groupingNames,
  groupings,
  type TookPartKind,
  tookPartKinds,
  viewMissingReasons,
} from '@/lib/grouping/grouping'
import { newId } from '@/lib/id'
import { agreeGrouping } from './actions'

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata = { title: 'What is needed now' }

const otherKinds = (Object.keys(tookPartKinds) as TookPartKind[]).filter((kind) => kind !== 'young-person')

export default async function Decision({ params, searchParams }: Props) {
  const { personId } = await params
  const search = await searchParams
  const { saved } = search
  const base = `/care/people/${personId}/grouping`
  const page = await load(readGrouping, { personId }, `${base}/decision`)
  const { actor, identity, today, seen, draft, current, people } = page
  const { knownAs } = identity
  const needed = draft ? stillNeeded(draft.input) : []
  const known = new Set(people.map((one) => one.kind))
  const tookPart = [
    { value: ticketOf('young-person'), label: knownAs },
    ...people.map(({ kind, name, says }) => ({ value: ticketOf(kind, name), label: `${name}, ${says}` })),
    ...otherKinds.map((kind) => ({
      value: ticketOf(kind),
      label: known.has(kind) ? tookPartKinds[kind].replace(/^An? /, 'Another ') : tookPartKinds[kind],
      reveals: <TextField name={nameFieldOf(kind)} label="Their name" labelSize="plain" optional />,
    })),
  ]
  return (
    <RecordPage actor={actor} identity={identity} tab="grouping">
      <BackLink href={base}>Back to what is needed now</BackLink>
      {draft && (
        <Saved at={saved}>{`Draft saved at ${saved}. It is not a decision, and shows nowhere as one.`}</Saved>
      )}
      <div className="fp-split">
        <div>
          <PageHeading
            lede={`A shared decision with ${knownAs}, for now. Any answer can follow any other, at any time.`}
          >
            What is needed now?
          </PageHeading>
          {draft && (
            <Notice kind="warning">
              <p>
                This is a draft from {instantInWords(draft.at)}, by {draft.by}.{' '}
                {current ? 'The decision in the record has not changed.' : 'Nothing is decided yet.'}
              </p>
              {needed.length > 0 && (
                <>
                  <p>To save it as a shared decision:</p>
                  <ul>
                    {needed.map((sentence) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ul>
                </>
              )}
            </Notice>
          )}
          {identity.episode.status !== 'open' ? (
            <Empty>A shared decision can be made while an episode is open.</Empty>
          ) : (
            <Form
              action={agreeGrouping}
              submit="Save shared decision"
              idempotencyKey={newId()}
              version={seen}
              values={draft?.input}
              hidden={{ personId }}
              draft={await draftFor('grouping', { personId }, search, seen)}
              beside={
                <button className="fp-button-quiet" type="submit" name="as" value="draft">
                  Save as draft
                </button>
              }
            >
              <div className="fp-card fp-formcard">
                <RadioGroup
                  name="grouping"
                  label="Which of these fits best now?"
                  labelSize="large"
                  large
                  options={groupings.map((grouping) => ({
                    value: grouping,
                    label: groupingNames[grouping],
                    hint: groupingHints[grouping],
                  }))}
                />
                <div className="nhsuk-radios__conditional fp-asked fp-asked--outcome">
                  <h3 className="fp-h4">For Getting Help and Getting More Help</h3>
                  <TextArea name="goodOutcome" label="What would a good outcome look like?" rows={2} />
                  <DateField name="outcomeBy" label="By when?" />
                  <TextArea
                    name="ifNotReached"
                    label="What will we do if it has not happened by then?"
                    rows={2}
                  />
                </div>
                <div className="nhsuk-radios__conditional fp-asked fp-asked--lead">
                  <h3 className="fp-h4">For Getting Risk Support</h3>
                  <p>
                    A plan to stay safe is written together next: {identity.namedWorker?.name} will be asked.
                  </p>
                  <TextField
                    name="leadAgency"
                    label="Who leads between the agencies?"
                    hint="A person or a service by name."
                  />
                </div>
                <TextArea
                  name="considered"
                  label="What else was talked about?"
                  hint="Every option you looked at together, one on each line."
                />
              </div>
              <div className="fp-card fp-formcard">
                <h2 className="fp-h2">In three short boxes</h2>
                <TextArea
                  name="needNow"
                  label="What is needed now"
                  hint={`A sentence that ${knownAs} would recognise.`}
                />
                <TextArea name="plan" label="The plan" />
                <TextArea name="everyonesPart" label="Who does what" />
              </div>
              <div className="fp-card fp-formcard">
                <h2 className="fp-h2">How we decided</h2>
                <CheckboxGroup name="tookPart" label="Who took part?" options={tookPart} />
                <TextArea name="youngPersonsView" label={`${knownAs}’s view, in their words`} />
                <Details
                  summary={`${knownAs}’s view is missing`}
                  open={Boolean(draft?.input.viewMissingBecause)}
                >
                  <RadioGroup
                    name="viewMissingBecause"
                    label="Why is it missing?"
                    options={Object.entries(viewMissingReasons).map(([value, label]) => ({ value, label }))}
                  />
                </Details>
                <TextArea name="familyView" label="Family’s view" rows={2} optional />
                <TextArea name="disagreement" label="Does anyone see it differently?" rows={2} optional />
                <DateField name="decidedOn" label="When did you decide this?" value={today} />
                <DateField name="reviewOn" label="When shall we look at it again?" />
              </div>
            </Form>
          )}
        </div>
        <div>
          {current && (
            <Block title="Now in the record" id="now">
              <p>
                <b>{groupingNames[current.grouping]}</b>
              </p>
              <p className="fp-quiet">{inWords(current.decidedOn)} to now.</p>
              <p className="fp-verbatim">{current.needNow}</p>
              {current.youngPersonsView && <OwnWords>{current.youngPersonsView}</OwnWords>}
            </Block>
          )}
          <Block title="Good to know" id="know">
            <p className="fp-small">
              People choose this together. Footpath never works it out from scores. Earlier decisions stay as
              they were.
            </p>
          </Block>
        </div>
      </div>
    </RecordPage>
  )
}
