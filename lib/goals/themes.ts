import { z } from 'zod'

/**
 * What goals are often about, for counting beside the words and never instead of them. The grouping of themes is restated in
 * our own words from what three studies of young people's and parents' goals found; none of their lists is copied.
 *
 * - Bradley 2013: 241 goals of 80 young people; relationships, coping with particular problems, and growing and getting by
 * - Jacob 2016: 441 goals; parents' goals and joint ones apart, among them managing particular problems, self-confidence and
 *   understanding, parenting, and hopes for the future
 * - Smith 2023: goals of 792 young people in eleven categories
 */
export const themeGroups = [
  {
    label: 'Other people',
    source: 'Bradley 2013; Jacob 2016',
    themes: {
      friends: 'Friends',
      family: 'Family',
      'being-with-people': 'Being with other people',
      'saying-it': 'Saying what I feel or need',
    },
  },
  {
    label: 'Hard feelings and habits',
    source: 'Bradley 2013; Jacob 2016; Smith 2023',
    themes: {
      worry: 'Worry and fear',
      mood: 'Low mood',
      anger: 'Anger',
      'staying-safe': 'Keeping myself safe',
      sleep: 'Sleep',
      food: 'Food and eating',
      'other-habits': 'A habit that gets in the way',
      'what-happened': 'Something that happened to me',
    },
  },
  {
    label: 'Who I am and what I can do',
    source: 'Bradley 2013; Smith 2023',
    themes: {
      confidence: 'Confidence',
      understanding: 'Understanding myself',
      identity: 'Being myself',
      'body-and-health': 'My body and health',
    },
  },
  {
    label: 'Everyday life and what comes next',
    source: 'Bradley 2013; Jacob 2016; Smith 2023',
    themes: {
      learning: 'School, college or work',
      outside: 'Getting out and about',
      'free-time': 'Things I like doing',
      home: 'Life at home',
      future: 'Plans for later',
    },
  },
  {
    label: 'For parents and carers',
    source: 'Jacob 2016',
    themes: {
      parenting: 'How I care for them',
      'family-understanding': 'Understanding each other at home',
      'support-for-me': 'Support for me as a parent or carer',
    },
  },
] as const satisfies readonly { label: string; source: string; themes: Record<string, string> }[]

type Group = (typeof themeGroups)[number]
type KeysOf<T> = T extends { themes: infer U } ? keyof U & string : never
type Theme = KeysOf<Group>

export const themes = Object.assign({}, ...themeGroups.map((group) => group.themes)) as Record<Theme, string>
const keys = Object.keys(themes) as [Theme, ...Theme[]]

const theme = z.enum(keys)

/** Any number of themes, each once: no box ticked is none. */
export const themesOfGoal = z
  .union([theme, z.array(theme)], { error: 'Choose themes from the list.' })
  .optional()
  .transform((sent): Theme[] => [...new Set(sent === undefined ? [] : Array.isArray(sent) ? sent : [sent])])

/** 'Friends and sleep'; what an older release called something else is left out. */
export const themesInWords = (chosen: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(
    keys
      .filter((key) => chosen.includes(key))
      .map((key, index) => (index === 0 ? themes[key] : lower(themes[key]))),
  )

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
