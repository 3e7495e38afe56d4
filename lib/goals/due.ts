/**
 * An open goal nobody has answered for this many days is due a rating. Guidance on goal-based outcomes says "each session or
 * review"; four weeks is the longest gap that services see between sessions, and this setting is ours.
 */
export const ratingDueAfterDays = 28
