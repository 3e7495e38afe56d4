'use client'

import { useEffect } from 'react'
import { Icon } from './icon'

/** Stands at the foot of the window while a form does not get through. */
export function NotSent() {
  // The line covers nothing that somebody is typing in.
  useEffect(() => {
    document.activeElement?.scrollIntoView({ block: 'nearest' })
    const leaving = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', leaving)
    return () => window.removeEventListener('beforeunload', leaving)
  }, [])
  return (
    <p className="fp-notsent" role="status">
      <Icon name="warning" />
      Not sent yet. We will keep trying. Do not close this page.
    </p>
  )
}
