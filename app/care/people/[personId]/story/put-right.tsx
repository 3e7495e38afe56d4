import type { ReactNode } from 'react'
import { Verbatim } from '@/app/_ui/verbatim'
import type { PutRight } from '@/db/story/entries'
import { inWords } from '@/lib/day'
import { correctionInWords } from '@/lib/goals/correction'

/** Something that was put right: it stays, struck through, and says so, why and by whom. Otherwise as it is. */
export function Corrected({ how, children }: { how: PutRight | null; children: ReactNode }) {
  if (!how) return children
  return (
    <>
      <s>{children}</s>{' '}
      <span className="fp-quiet">
        {correctionInWords(how)} on {inWords(how.on)}
        {how.by && ` by ${how.by}`}.{how.because && ' '}
        {how.because && <Verbatim>{how.because}</Verbatim>}
      </span>
    </>
  )
}
