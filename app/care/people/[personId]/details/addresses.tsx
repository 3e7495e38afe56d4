import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { Table } from '@/app/_ui/table'
import { Verbatim } from '@/app/_ui/verbatim'
import type { Address, AddressPlace } from '@/db/people/reads'
import { inWords } from '@/lib/day'
import { editions } from '@/lib/places/deprivation'
import { normalisePostcode, placeStatuses } from '@/lib/places/postcode'

type Props = { addresses: readonly Address[]; base: string; knownAs: string }

/** Where someone lives and lived. The small area is shown with its edition; what cannot be placed is "unknown", and says why. */
export function Addresses({ addresses, base, knownAs }: Props) {
  return (
    <section className="fp-section" aria-labelledby="addresses">
      <div className="fp-block__head">
        <h2 id="addresses">Where {knownAs} lives</h2>
        <Link href={`${base}/addresses/new`}>Add a move</Link>
      </div>
      <p className="fp-small fp-quiet">
        Where a referral is counted is fixed on its day. A move does not change it; a corrected address does.
      </p>
      {addresses.length === 0 ? (
        <Empty>No address yet. Add the first one as a move, from the day it began.</Empty>
      ) : (
        <Table
          stack
          caption="Addresses, newest first"
          captionHidden
          columns={[
            { header: 'From' },
            { header: 'Until' },
            { header: 'Address' },
            { header: 'Small area' },
            { header: 'Put right' },
          ]}
          rows={addresses.map((one) => ({
            key: one.id,
            cells: [
              inWords(one.from),
              one.corrected ? 'Was a mistake, corrected' : one.to ? inWords(one.to) : 'Now',
              <AddressText key="address" address={one} />,
              <Places key="places" places={one.places} />,
              one.corrected ? (
                '–'
              ) : (
                <Link key="correct" href={`${base}/addresses/${one.id}`}>
                  Correct
                  <span className="nhsuk-u-visually-hidden"> the address from {inWords(one.from)}</span>
                </Link>
              ),
            ],
          }))}
        />
      )}
    </section>
  )
}

function AddressText({ address }: { address: Address }) {
  const pseudo = normalisePostcode(address.postcode).kind === 'pseudo'
  const postcode = pseudo ? '' : (address.pcds ?? address.postcode)
  return (
    <div>
      {address.lines && (
        <>
          <Verbatim>{address.lines}</Verbatim>
          <br />
        </>
      )}
      {pseudo ? 'No fixed address' : postcode || 'No postcode'}
    </div>
  )
}

function Places({ places }: { places: readonly AddressPlace[] }) {
  if (places.length === 0) return 'Unknown: no places are loaded here'
  return (
    <ul className="nhsuk-list fp-tight">
      {places.map((place) => (
        <li key={place.edition}>
          {place.lsoa && place.name
            ? `${place.name} (${place.lsoa}, ${place.vintage} area)`
            : `Unknown: ${placeStatuses[place.status].toLowerCase()}`}
          <span className="fp-quiet">
            {place.status === 'matched-terminated' && ' Postcode no longer in use.'}{' '}
            {editions[place.edition]?.words}
          </span>
        </li>
      ))}
    </ul>
  )
}
