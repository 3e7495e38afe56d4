'use client'

import { useEffect, useState } from 'react'
import { Notice } from '../notice'

type Props = {
  /** The address that says which version is the newest. */
  check: string
  /** The number of the version on this page; 0 where there is none. */
  shown: number
  /** The page with the newest version: this one again. */
  page: string
  /** 'plan' or 'safety plan'. */
  name: string
}

type Known = { state: 'same' } | { state: 'newer'; at: string } | { state: 'unknown' }

/** How often a page that shows a plan asks, in milliseconds: it must know within a minute (hazard H1). */
const often = 30_000
/** And after an answer that did not come. */
const soon = 5_000

/**
 * Says when the plan on the page is not the newest, or when nobody can tell. It asks every half minute, when the tab comes
 * back into view and when the connection does; it never changes what is on the page, so nobody reads half of one version
 * and half of another.
 */
export function NewestPlan({ check, shown, page, name }: Props) {
  const [known, setKnown] = useState<Known>({ state: 'same' })

  useEffect(() => {
    let stopped = false
    let tag = ''
    let newest = { number: shown, at: '' }
    /** @returns whether the answer could be had; 304 means that it is still the one before */
    const learn = async (): Promise<boolean> => {
      try {
        const answer = await fetch(check, {
          headers: tag ? { 'if-none-match': tag } : {},
          signal: AbortSignal.timeout(10_000),
          cache: 'no-store',
        })
        if (answer.status === 304) return true
        if (!answer.ok) return false
        newest = await answer.json()
        tag = answer.headers.get('etag') ?? ''
        return true
      } catch {
        return false
      }
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      clearTimeout(timer)
      // Nobody looks: it asks as soon as somebody does.
      if (document.visibilityState === 'hidden') return
      const learned = await learn()
      if (stopped) return
      // Once it is known that there is a newer one, a lost connection does not make that less true.
      if (newest.number > shown) setKnown({ state: 'newer', at: newest.at })
      else setKnown({ state: learned ? 'same' : 'unknown' })
      clearTimeout(timer)
      timer = setTimeout(ask, learned ? often : soon)
    }
    const lost = () => setKnown((before) => (before.state === 'newer' ? before : { state: 'unknown' }))
    void ask()
    document.addEventListener('visibilitychange', ask)
    window.addEventListener('online', ask)
    window.addEventListener('offline', lost)
    return () => {
      stopped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', ask)
      window.removeEventListener('online', ask)
      window.removeEventListener('offline', lost)
    }
  }, [check, shown])

  return (
    <div role="status">
      {known.state === 'newer' && (
        // A plain link: the whole page is drawn anew.
        <Notice kind="warning" action={<a href={page}>Show it.</a>}>
          A newer version of this {name} was saved at {known.at}.
        </Notice>
      )}
      {known.state === 'unknown' && (
        <Notice kind="warning">This may not be the newest {name}: we cannot check just now.</Notice>
      )}
    </div>
  )
}
