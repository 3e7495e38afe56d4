'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { firstLook, type Standing, sayHereEvery, standingAt } from './session-clock'

type Left = { staffId: string; seconds: number }
type Stands = Standing['standing'] | 'another'

const address = '/api/session'

/**
 * Where this page's session stands. The server says so, for every tab alike; a tab that changed or learned something tells the
 * others to look: a browser holds back the timers of tabs that nobody sees. Looking keeps nothing alive; typing does, and "Stay
 * signed in".
 */
export function useSessionClock(drawnFor: string) {
  const [standing, setStanding] = useState<Stands>('here')
  const [endsAt, setEndsAt] = useState(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const channel = useRef<BroadcastChannel>(undefined)
  const known = useRef<Stands>('here')
  const tell = () => channel.current?.postMessage('look')

  /** @returns whether it stands otherwise than was known */
  const stand = useCallback((now: Stands): boolean => {
    const news = known.current !== now
    known.current = now
    setStanding(now)
    return news
  }, [])

  /** @param told by another tab, which tells all of them */
  const ask = useCallback(
    async (method: 'GET' | 'POST' = 'GET', told = false) => {
      clearTimeout(timer.current)
      let again = 30_000
      let news = false
      try {
        const answer = await fetch(address, { method, cache: 'no-store' })
        if (answer.status === 401) news = stand('ended')
        else if (answer.ok) {
          const left = (await answer.json()) as Left
          const now = standingAt(left.seconds)
          again = now.again
          setEndsAt(Date.now() + left.seconds * 1000)
          news = stand(left.staffId === drawnFor ? now.standing : 'another')
        }
      } catch {
        // No connection: nothing is known, so nothing changes.
      }
      timer.current = setTimeout(ask, again)
      if (news && !told) channel.current?.postMessage('look')
    },
    [drawnFor, stand],
  )

  useEffect(() => {
    timer.current = setTimeout(ask, firstLook)
    channel.current = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('session')
    if (channel.current) channel.current.onmessage = () => void ask('GET', true)
    let said = Date.now()
    const typing = () => {
      if (Date.now() - said < sayHereEvery) return
      said = Date.now()
      void ask('POST')
    }
    let looked = Date.now()
    const back = () => {
      if (document.visibilityState !== 'visible' || Date.now() - looked < firstLook) return
      looked = Date.now()
      void ask()
    }
    document.addEventListener('input', typing)
    document.addEventListener('visibilitychange', back)
    return () => {
      clearTimeout(timer.current)
      channel.current?.close()
      document.removeEventListener('input', typing)
      document.removeEventListener('visibilitychange', back)
    }
  }, [ask])

  return {
    standing,
    endsAt,
    end: useCallback(() => void stand('ended'), [stand]),
    stay: async () => {
      await ask('POST')
      tell()
    },
    look: async () => {
      await ask()
      tell()
    },
  }
}
