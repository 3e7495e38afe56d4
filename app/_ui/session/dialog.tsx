'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'

type Props = {
  title: string
  /** Escape, where there is a way out. */
  onClose?: () => void
  /** Nothing of the page behind is to be seen. */
  covers?: boolean
  children: ReactNode
}

/** The browser's own modal dialog: it keeps focus inside, and the page behind cannot be reached. Open while it is rendered. */
export function Dialog({ title, onClose, covers, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  useEffect(() => {
    document.documentElement.classList.toggle('fp-covered', covers ?? false)
    return () => document.documentElement.classList.remove('fp-covered')
  }, [covers])
  return (
    <dialog
      ref={ref}
      className={`fp-dialog${covers ? ' fp-dialog--covers' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
      // A browser lets nobody hold back a second Escape: what covers the page comes back.
      onClose={() => covers && ref.current?.isConnected && ref.current.showModal()}
    >
      <h2 className="fp-h2" id={id}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}
