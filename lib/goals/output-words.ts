/**
 * Words that name a service, an activity or money, and not what it would make possible. An outcome is what changes for the
 * person; a service is one way there (recording test of Talking Points and Meaningful and Measurable: an outcome, not an
 * output). The list looks for plain signs only. It asks a question and never decides: "attend" may be the hope itself.
 */
const signs: readonly RegExp[] = [
  // Going to, or being sent to, something a service runs.
  /^(to )?(attend|be seen by|see|meet with|engage with|access|complete|start|finish|do|have|get|join|go to) (an? |the |my |his |her |their |some )?(camhs|ewmhs|cypmhs|cbt|dbt|emdr|therapy|counsell?ing|counsell?or|psycholog\w*|psychiatr\w*|assessment|groups?( work)?|course|programme|workshops?|sessions?|appointments?|anger management|parenting (course|class\w*)|mentor\w*|youth club)\b/,
  /\battend (camhs|ewmhs|appointments?|sessions?|anger management|therapy|counsell?ing|a? ?groups?)\b/,
  /\b(referred|referral|signposted|signposting|refer) to\b/,
  /^(a |an )?(referral|assessment|medication|diagnosis|placement)( review)?$/,
  // Counted out in sessions, hours or weeks of something.
  /\b(\d+|one|two|three|four|six|eight|ten|twelve) (more )?(weekly )?(sessions?|appointments?|meetings?|weeks of|hours of)\b/,
  // Money and things bought with it.
  /\b(phb|personal health budget|direct payment|funding)\b/,
  /£\s?\d/,
  /\b(gym|club|swimming|leisure|sports?) (membership|pass|card)\b/,
]

/** What else the words may say: with one of these there is an outcome in them, and nothing is asked. */
const outcome =
  /\b(feel|feeling|so (that )?(i|we|he|she|they)\b|enough to|able to|be with|cope|enjoy|without|less|more (calm|sure|confident|often)|confident|calm|happy|happier|safe|sleep|better at)\b/

/** Whether the words name a service and not what it would make possible (rule 35). */
export const namesAnOutput = (words: string): boolean => {
  const said = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}£']+/gu, ' ')
    .trim()
  return signs.some((sign) => sign.test(said)) && !outcome.test(said)
}

/** The question that is asked, once. */
export const outputQuestion =
  'These words name something people go to or get. Keep them, or change them: what would that make possible?'
