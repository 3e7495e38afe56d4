import { load } from '@/app/_act/load'
import { BackLink } from '@/app/_ui/back-link'
import { Block } from '@/app/_ui/block'
import { Details } from '@/app/_ui/details'
import { TextArea } from '@/app/_ui/fields/text-area'
import { Form } from '@/app/_ui/form'
import { Notice } from '@/app/_ui/notice'
import { PageHeading } from '@/app/_ui/page-heading'
import { Saved } from '@/app/_ui/saved'
import { RecordPage } from '@/app/_ui/staff-page'
import { SummaryList } from '@/app/_ui/summary-list'
import { Verbatim } from '@/app/_ui/verbatim'
import { type AdditionShown, readOneConcern, type SightingShown } from '@/db/concerns/reads'
import { concernKnown, mustSeeBecause } from '@/lib/concerns/concern'
import { instantInWords, inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { addToConcern, readConcern } from '../actions'
import { ToldFields } from '../told-fields'

export const metadata = { title: 'Concern about safety' }

type Props = {
  params: Promise<{ personId: string; concernId: string }>
  searchParams: Promise<{ saved?: string | string[] }>
}

export default async function OneConcern({ params, searchParams }: Props) {
  const { personId, concernId } = await params
  const { saved } = await searchParams
  const base = `/care/people/${personId}/concern`
  const { actor, identity, concern, additions, sightings, told, toRead } = await load(
    readOneConcern,
    { personId, concernId },
    `${base}/${concernId}`,
  )
  const { knownAs } = identity
  const hidden = { personId, concernId }
  return (
    <RecordPage actor={actor} identity={identity} tab="concern">
      <Saved at={saved} />
      <BackLink href={base}>Concerns about {knownAs}’s safety</BackLink>
      <div className="fp-split">
        <div>
          <PageHeading lede={`Written by ${concern.by}, ${instantInWords(new Date(concern.madeAt))}.`}>
            Concern about {knownAs}’s safety
          </PageHeading>
          {!told && <Notice kind="warning">Nobody has been told yet. Tell somebody today.</Notice>}
          <SummaryList
            rows={[
              { label: 'Noticed', value: inWords(concern.noticedOn) },
              { label: 'The concern', value: <Verbatim>{concern.words}</Verbatim> },
              { label: 'What was seen or heard', value: <Verbatim>{concern.seenOrHeard}</Verbatim> },
              { label: 'What is done now', value: <Verbatim>{concern.doneNow}</Verbatim> },
              {
                label: `Does ${knownAs} know?`,
                value: (
                  <>
                    {concernKnown[concern.knows]}
                    {concern.knowsWords && (
                      <>
                        . <Verbatim>{concern.knowsWords}</Verbatim>
                      </>
                    )}
                  </>
                ),
              },
            ]}
          />
          {toRead && (
            <Form
              action={readConcern}
              id="read"
              label="Say that you have read this"
              submit="I have read this"
              idempotencyKey={newId()}
              hidden={{ ...hidden, upTo: additions.length }}
            />
          )}
          <section className="fp-section" aria-labelledby="since">
            <h2 id="since">Since then</h2>
            {additions.length === 0 ? (
              <p className="fp-quiet">Nothing added yet.</p>
            ) : (
              <ol className="fp-todo">
                {additions.map((one) => (
                  <Addition key={one.number} addition={one} />
                ))}
              </ol>
            )}
            <Details summary="Add what happened, or who was told">
              <Form
                action={addToConcern}
                id="add"
                label="Add to this concern"
                submit="Add to this concern"
                tone="quiet"
                idempotencyKey={newId()}
                hidden={hidden}
              >
                <TextArea name="words" label="What happened?" rows={4} optional />
                <p>If somebody was told:</p>
                <ToldFields />
              </Form>
            </Details>
          </section>
        </div>
        <Block title="Who must see this" id="must-see">
          <ul className="fp-todo">
            {sightings.map((one) => (
              <li key={one.staffId}>
                {one.name}, {mustSeeBecause[one.because as keyof typeof mustSeeBecause]}
                <br />
                <span className="fp-quiet">{readInWords(one)}</span>
              </li>
            ))}
          </ul>
        </Block>
      </div>
    </RecordPage>
  )
}

const readInWords = ({ unread, readAt }: SightingShown): string => {
  if (!readAt) return 'Has not read it yet'
  const read = `Read it ${instantInWords(new Date(readAt))}`
  return unread ? `${read}, not what was added since` : read
}

function Addition({ addition }: { addition: AdditionShown }) {
  const { words, toldName, toldRole, toldAgency, toldAt, madeAt, by } = addition
  return (
    <li>
      {toldAt && (
        <p>
          Told: {toldName}, {toldRole}, {toldAgency}, {instantInWords(new Date(toldAt))}.
        </p>
      )}
      {words && (
        <p>
          <Verbatim>{words}</Verbatim>
        </p>
      )}
      <p className="fp-quiet">
        Written by {by}, {instantInWords(new Date(madeAt))}.
      </p>
    </li>
  )
}
