'use client'

import { useEffect } from 'react'

const inTheRoom = '/in-the-room'

/** Whether this document began as a page of the handed-over screen, and was not led here from one of the record. */
const loadedHere = () => {
  const [first] = performance.getEntriesByType('navigation')
  return !first || new URL(first.name).pathname.startsWith(inTheRoom)
}

/**
 * A worker's record that is still drawn in another tab, or kept by the browser for its back button, must not be there to look at
 * while the screen is in somebody else's hands. The session opens nothing any more; this clears what was already drawn.
 * @param handedOver on the page of a handed-over screen, which tells the others
 */
export function OtherTabs({ handedOver = false }: { handedOver?: boolean }) {
  useEffect(() => {
    const channel = new BroadcastChannel('footpath screen')
    if (handedOver) channel.postMessage('handed over')
    else
      channel.onmessage = () => {
        document.body.hidden = true
        location.replace(inTheRoom)
      }
    // The page's own script holds the pages shown before, for the back button. A page loaded anew holds none.
    if (handedOver && !loadedHere()) location.reload()
    const shown = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload()
    }
    // Back to an address of the record: asked of the server as a whole page, which leads here again.
    const back = () => {
      if (handedOver && !location.pathname.startsWith(inTheRoom)) location.replace(inTheRoom)
    }
    addEventListener('pageshow', shown)
    addEventListener('popstate', back)
    return () => {
      channel.close()
      removeEventListener('pageshow', shown)
      removeEventListener('popstate', back)
    }
  }, [handedOver])
  return null
}
