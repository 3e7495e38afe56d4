import { Empty } from '@/app/_ui/empty'
import { Link } from '@/app/_ui/link'
import { OwnWords } from '@/app/_ui/own-words'
import { SummaryList } from '@/app/_ui/summary-list'
import { Tag } from '@/app/_ui/tag'
import { Verbatim } from '@/app/_ui/verbatim'
import type { Sharing } from '@/db/people/reads'
import { type Day, dayOf, inWords } from '@/lib/day'
import { bases, mayShare, purposes, whoDecides, whoDecidesInWords, wishes } from '@/lib/sharing/sharing'

type Props = { sharing: readonly Sharing[]; base: string; knownAs: string; born: Day; today: Day }

/** The wish in one row, the lawful basis in another: one never stands for the other. */
export function SharingEntries({ sharing, base, knownAs, born, today }: Props) {
  return (
    <section className="fp-section" aria-labelledby="sharing">
      <div className="fp-block__head">
        <h2 id="sharing">Sharing</h2>
        <Link href={`${base}/sharing/new`}>Add who may know what</Link>
      </div>
      {sharing.length === 0 ? (
        <Empty>
          Nothing yet. For each person or team, and for each purpose, ask {knownAs} what they want, and write
          the lawful basis beside it.
        </Empty>
      ) : (
        <ul className="fp-cards">
          {sharing.map((one) => {
            const withdrawnOn = one.withdrawnAt ? dayOf(one.withdrawnAt) : null
            const now = mayShare({ ...one, withdrawnOn }, born, today)
            return (
              <li className="fp-card" key={one.id}>
                <div className="fp-block__head">
                  <h3 className="fp-h3">
                    {one.recipient}: {purposes[one.purpose].toLowerCase()}
                  </h3>
                  {!one.withdrawnAt && (
                    <Link href={`${base}/sharing/${one.id}/withdrawal`}>
                      Withdraw<span className="nhsuk-u-visually-hidden"> sharing with {one.recipient}</span>
                    </Link>
                  )}
                </div>
                <p className="fp-small">
                  <Tag>{now.may ? 'May be shared now' : 'Not shared'}</Tag> {!now.may && now.because}
                  {one.handover && ' A hand-over rests on this.'}
                </p>
                <SummaryList
                  rows={[
                    {
                      label: `What ${knownAs} wants`,
                      value: (
                        <>
                          {wishes[one.wish]}
                          {one.wishWords && <OwnWords>{one.wishWords}</OwnWords>}
                        </>
                      ),
                    },
                    {
                      label: 'Lawful basis',
                      value: one.basis ? (
                        <>
                          {bases[one.basis]}
                          {one.basisWords && (
                            <>
                              . <Verbatim>{one.basisWords}</Verbatim>
                            </>
                          )}
                        </>
                      ) : (
                        `None recorded. ${whoDecidesInWords[whoDecides(born, today, undefined)]}.`
                      ),
                    },
                    ...(one.decidedBy ? [{ label: 'Who decided', value: one.decidedBy }] : []),
                    {
                      label: 'When',
                      value: `From ${inWords(one.from)}${one.to ? ` to ${inWords(one.to)}` : ''}. Written down by ${one.by}.`,
                    },
                    ...(withdrawnOn
                      ? [
                          {
                            label: 'Withdrawn',
                            value: (
                              <>
                                {inWords(withdrawnOn)}. <Verbatim>{one.withdrawnWords ?? ''}</Verbatim> What
                                was shared before stays in the log.
                              </>
                            ),
                          },
                        ]
                      : []),
                  ]}
                />
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
