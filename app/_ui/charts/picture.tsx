import type { ReactNode } from 'react'

type Props = {
  /** The id of the sentence, elsewhere on the page, that says what the picture shows. */
  sentenceId: string
  /** Pixels. There is no viewBox: x is in per cent and y in pixels, so text keeps its size at every width. */
  height: number
  children: ReactNode
}

/** To a screen reader a picture is its sentence; the marks inside are silent, and the table says every figure. */
export function Picture({ sentenceId, height, children }: Props) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the sentence is the title, and it is text everyone can read
    <svg role="img" aria-labelledby={sentenceId} height={height}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes focus */}
      <g aria-hidden="true">{children}</g>
    </svg>
  )
}
