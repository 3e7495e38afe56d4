'use client'

import { createContext, useContext } from 'react'

export type SessionHere = {
  /** Whose page this is; undefined before anybody is signed in. */
  drawnFor?: string
  /**
   * Asks whoever the page belongs to for their password, over the page.
   * @returns true once they are signed in again; false when they put it off
   */
  signInAgain: () => Promise<boolean>
}

export const SessionContext = createContext<SessionHere>({ signInAgain: async () => false })

export const useSession = () => useContext(SessionContext)
