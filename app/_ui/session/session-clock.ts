/** A warning comes this many seconds before the end. */
const warning = 120
/** A page that was just opened has all its time before it. */
export const firstLook = 60_000
/** A timer of many minutes is not trusted: computers sleep. */
const longestPause = 10 * 60

export type Standing = {
  standing: 'here' | 'soon' | 'ended' /** Milliseconds to the next look. */
  again: number
}

/** What a page does, by how many seconds its session still has. */
export const standingAt = (seconds: number): Standing => {
  if (seconds <= 0) return { standing: 'ended', again: longestPause * 1000 }
  if (seconds <= warning) return { standing: 'soon', again: (seconds + 1) * 1000 }
  return { standing: 'here', again: Math.min(seconds - warning, longestPause) * 1000 }
}

/** Typing keeps a session alive, said at most this often. In milliseconds. */
export const sayHereEvery = 60_000
