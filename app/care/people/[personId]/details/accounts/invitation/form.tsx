'use client'

import { useActionState, useEffect, useRef } from 'react'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Link } from '@/app/_ui/link'
import { Notice } from '@/app/_ui/notice'
import { inviteParent, inviteYoungPerson } from '../actions'
import type { InvitationState } from './state'

type Props = {
  idempotencyKey: string
  personId: string
  /** For a parent or carer. */
  relationshipId?: string
  name: string
  back: string
}

/** Link and code come back in the answer to the form and are never in a page that can be opened again. */
export function InvitationForm({ idempotencyKey, personId, relationshipId, name, back }: Props) {
  const [state, send, pending] = useActionState<InvitationState, FormData>(
    relationshipId ? inviteParent : inviteYoungPerson,
    { status: 'new' },
  )
  const shown = useRef<HTMLHeadingElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const failure = state.status === 'failed' ? state : undefined
  useEffect(() => {
    if (state.status === 'shown') shown.current?.focus()
    if (state.status === 'failed') summary.current?.focus()
  }, [state])
  if (state.status === 'shown')
    return (
      <section className="fp-section" aria-labelledby="invitation">
        <h2 className="fp-h2" id="invitation" ref={shown} tabIndex={-1}>
          {name}’s link and code
        </h2>
        <Notice kind="warning">They are shown only now. The link works once, within 7 days.</Notice>
        <p>
          Say or write down the code when you are together: <b className="fp-num fp-nowrap">{state.code}</b>.
          Never send it with the link.
        </p>
        <p>{name} can scan this with a phone, or you can send the link the way that is safe for them.</p>
        {/* biome-ignore lint/performance/noImgElement: a data image of this one page; there is nothing to optimise */}
        <img
          src={`data:image/svg+xml;base64,${state.picture}`}
          alt="QR code of the link"
          width="220"
          height="220"
        />
        <p>
          <label className="nhsuk-label" htmlFor="link">
            The link
          </label>
          <input className="nhsuk-input" id="link" readOnly value={state.link} />
        </p>
        <p>
          <Link className="nhsuk-button" href={back}>
            Done
          </Link>
        </p>
      </section>
    )
  return (
    <form action={send} noValidate aria-busy={pending || undefined}>
      {failure && <ErrorSummary ref={summary} failure={failure} prefix="" />}
      <input
        type="hidden"
        name="idempotencyKey"
        value={String(failure?.values.idempotencyKey ?? idempotencyKey)}
        readOnly
      />
      <input type="hidden" name="personId" value={personId} readOnly />
      {relationshipId && <input type="hidden" name="relationshipId" value={relationshipId} readOnly />}
      <div className="fp-actions">
        <button className="nhsuk-button" type="submit" disabled={pending}>
          Make link and code
        </button>
        <Link href={back}>Cancel</Link>
      </div>
    </form>
  )
}
