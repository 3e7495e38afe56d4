import type { ReactNode } from 'react'
import { Icon } from './icon'

type Props = {
  children: ReactNode
  id?: string
  /** How certain the sentence is, from the interval of the difference. */
  certainty?: 'sure' | 'unsure' | 'few'
}

const certaintyWords = {
  sure: 'A real difference is likely',
  unsure: 'We cannot tell yet',
  few: 'Too few people to say',
}

/** A number that can be read: the sentence first, then how sure we are. */
export function Sentence({ children, id, certainty }: Props) {
  return (
    <>
      <p className="fp-sentence" id={id}>
        {children}
      </p>
      {certainty && (
        <p className="fp-sure">
          <Icon name={certainty === 'sure' ? 'sure' : 'unsure'} />
          <span>{certaintyWords[certainty]}</span>
        </p>
      )}
    </>
  )
}
