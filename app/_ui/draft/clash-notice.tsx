'use client'

import type { Clash } from './keep-draft'

type Props = { clash: Clash; onKeep: () => void; onTake: () => void }

/** Two windows hold drafts of the same form: both are shown, and nothing is kept over the other until somebody chooses. */
export function ClashNotice({ clash, onKeep, onTake }: Props) {
  const gone = clash.version === 0
  return (
    <div className="fp-draft" role="alert">
      <p>{clash.because}</p>
      {!gone && <p>Its words are with yours below. Nothing is kept over it until you choose.</p>}
      <div className="fp-actions">
        <button className="fp-button-quiet" type="button" onClick={onKeep}>
          {gone ? 'Go on here' : 'Go on with what is here'}
        </button>
        {!gone && (
          <button className="fp-button-quiet" type="button" onClick={onTake}>
            Take the other
          </button>
        )}
      </div>
    </div>
  )
}
