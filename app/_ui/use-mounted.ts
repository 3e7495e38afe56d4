'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether the page is alive: false on the server and while it is being taken over. */
export const useMounted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
