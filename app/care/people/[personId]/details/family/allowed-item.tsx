import { Details } from '@/app/_ui/details'
import { TextField } from '@/app/_ui/fields/text-field'
import { Form } from '@/app/_ui/form'
import { OwnWords } from '@/app/_ui/own-words'
import { Verbatim } from '@/app/_ui/verbatim'
import type { Allowed } from '@/db/family/reads'
import { dayOf, inWords } from '@/lib/day'
import { newId } from '@/lib/id'
import { allowanceNames, basisInWords, shareableSections } from '@/lib/people/allowances'
import { endAllowance } from './actions'

type Props = { one: Allowed; personId: string; knownAs: string; who?: string; open?: boolean }

/** One thing a parent or carer may see: what, on what basis, since when, and a way to end it. */
export function AllowedItem({ one, personId, knownAs, who, open }: Props) {
  const name = allowanceNames[one.item]
  return (
    <li>
      <p>
        <b>{name}</b>
        {who && ` for ${who}`}
        {one.goal && (
          <>
            : <Verbatim>{one.goal}</Verbatim>
          </>
        )}
        {one.section && `: ${shareableSections.find(({ key }) => key === one.section)?.title}`}
      </p>
      <p className="fp-quiet">
        {basisInWords[one.basis]}
        {one.decidedBy && `: ${one.decidedBy}`}. From {inWords(one.from)}
        {one.to && ` until ${inWords(one.to)}, when ${knownAs} is 16`}. Written down by {one.by}.
      </p>
      {one.wishWords && <OwnWords who={knownAs}>{one.wishWords}</OwnWords>}
      {one.endedAt && (
        <p>
          Ended on {inWords(dayOf(one.endedAt))} by {one.endedBy}. <Verbatim>{one.endedBecause}</Verbatim>
        </p>
      )}
      {open && (
        <Details summary={`End this: ${name.toLowerCase()}`}>
          <Form
            action={endAllowance}
            id={`end-${one.id}`}
            label={`End: ${name}`}
            submit="End it now"
            tone="quiet"
            idempotencyKey={newId()}
            hidden={{ personId, allowanceId: one.id }}
          >
            <TextField name="because" label="Why does it end?" />
          </Form>
        </Details>
      )}
    </li>
  )
}
