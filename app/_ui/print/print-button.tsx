'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Opens the browser's own print window. Not there without script, where the words beside it say how. */
export function PrintButton() {
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!scripted) return null
  return (
    <button className="fp-button-quiet" type="button" onClick={() => window.print()}>
      Print
    </button>
  )
}
