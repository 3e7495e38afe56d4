import type { Grouping } from '@/lib/grouping/grouping'
import type { Step } from '@/lib/handover/steps'

type Goal = { words: string; whose?: string; ratings: (number | 'not-today')[]; language?: string }
export type Tale = {
  given: string
  family: string
  knownAs?: string
  pronouns: string
  age: number
  /** Days since the referral. */
  ago: number
  why: string
  grouping?: Grouping
  view?: string
  need?: string
  goals?: Goal[]
  /** Where the hand-over stands; 'invited' is inside Getting ready. */
  handover?: Step | 'invited' | 'declined' | 'came-back'
  ready?: string
  waiting?: boolean
  school?: string
  person?: { name: string; relation: string }
  safe?: string
  needs?: string
}

/** A dozen invented young people: a hand-over in each step, one declined, one who came back, a pair of twins. */
export const tales: readonly Tale[] = [
  {
    given: 'Samuel',
    family: 'Whitlow',
    knownAs: 'Sam',
    pronouns: 'he/him',
    age: 16,
    ago: 170,
    why: 'Not sleeping, stopped going into town. “I want to feel normal outside again.”',
    grouping: 'getting-help',
    need: 'Sleep, and being outside with other people.',
    view: 'I want to feel normal outside again, not talk about it for ever.',
    goals: [
      { words: 'Sleep through the night without my head going round', ratings: [2, 3, 3, 'not-today', 5, 6] },
      {
        words: 'Go into town with my mates and not feel like everyone is looking',
        ratings: [3, 'not-today', 3],
      },
      { words: 'Draw most days again', ratings: [4] },
    ],
    handover: 'meeting-together',
    ready: 'I think so, if Amira is still there a bit.',
    school: 'Northfield Academy',
    person: { name: 'Kerry Whitlow', relation: 'mother' },
    safe: 'Text first. No voicemail. Nothing by post to home.',
    needs: 'One question at a time. Short text, read aloud if asked.',
  },
  {
    given: 'Aaliyah',
    family: 'Brooks',
    pronouns: 'she/her',
    age: 15,
    ago: 120,
    why: 'Panics in lessons since the move to a new school.',
    grouping: 'getting-help',
    view: 'It is mostly maths and assembly.',
    goals: [
      { words: 'Stay in maths for the whole lesson', ratings: [1, 3, 5, 7] },
      { words: 'Tell one friend what it is like', ratings: [0, 2, 6] },
    ],
    handover: 'thinking',
    school: 'Quayside School',
  },
  {
    given: 'Kofi',
    family: 'Mensah',
    pronouns: 'he/him',
    age: 17,
    ago: 150,
    why: 'Low since football ended. GP asks for help before it gets worse.',
    grouping: 'getting-help',
    view: 'Talking is fine but I want to be doing something.',
    goals: [{ words: 'Be part of a team again', ratings: [1, 2, 4, 5] }],
    handover: 'invited',
    person: { name: 'Abena Mensah', relation: 'mother' },
  },
  {
    given: 'Mia',
    family: 'Ferreira',
    pronouns: 'she/her',
    age: 16,
    ago: 200,
    why: 'Eating with other people has become very hard.',
    grouping: 'getting-more-help',
    view: 'I want someone who gets it and does not stare.',
    goals: [
      { words: 'Eat lunch at college twice a week', ratings: [0, 1, 3, 4, 6] },
      { words: 'Sentir-me bem com a minha avó à mesa', ratings: [2, 5], language: 'pt' },
    ],
    handover: 'facilitator-leads',
    ready: 'Yes. Jo makes it feel normal.',
  },
  {
    given: 'Rhys',
    family: 'Morgan',
    pronouns: 'he/they',
    age: 17,
    ago: 260,
    why: 'Came through school after a hard year at home.',
    grouping: 'getting-help',
    view: 'I know what helps me now.',
    goals: [
      { words: 'Go climbing every week', ratings: [2, 4, 6, 8] },
      { words: 'Be able to leave an argument', ratings: [3, 3, 5, 6] },
    ],
    handover: 'living-it',
    ready: 'Ready. I have got the wall and I have got Jo’s number.',
  },
  {
    given: 'Zofia',
    family: 'Kowalska',
    pronouns: 'she/her',
    age: 18,
    ago: 400,
    why: 'Worries that kept her from sixth form.',
    grouping: 'thriving',
    view: 'I am doing my own thing.',
    goals: [{ words: 'Finish my first year', ratings: [2, 5, 7, 9, 10] }],
    handover: 'ended',
    ready: 'Yes.',
  },
  {
    given: 'Theo',
    family: 'Grant',
    pronouns: 'he/him',
    age: 15,
    ago: 140,
    why: 'Does not leave his room much.',
    grouping: 'getting-help',
    view: 'I would try a group if it is small.',
    goals: [{ words: 'Come downstairs for tea', ratings: [3, 4, 4] }],
    handover: 'declined',
  },
  {
    given: 'Noor',
    family: 'Rahman',
    pronouns: 'she/her',
    age: 17,
    ago: 420,
    why: 'Loss of her grandfather.',
    grouping: 'getting-help',
    view: 'It came back around his birthday and I want to talk again.',
    goals: [{ words: 'Talk about Dada without it breaking me', ratings: [1, 3, 6, 4, 5] }],
    handover: 'came-back',
    ready: 'Yes, for now.',
  },
  {
    given: 'Ellis',
    family: 'Hart',
    pronouns: 'they/them',
    age: 16,
    ago: 45,
    why: 'Worries on and off for years. Wants ideas, not meetings.',
    grouping: 'getting-advice',
    view: 'I would rather do it my own way and know who to ring.',
    need: 'Ideas to try and to know the way back.',
  },
  {
    given: 'Priya',
    family: 'Nair',
    pronouns: 'she/her',
    age: 14,
    ago: 130,
    why: 'Rituals that take up the evening.',
    grouping: 'getting-more-help',
    view: 'It feels stuck.',
    goals: [
      { words: 'Be in bed by ten without the checking', ratings: [3, 3, 2, 3] },
      { words: 'Have Amira explain it to dad', whose: 'together', ratings: [2, 5] },
    ],
    person: { name: 'Anil Nair', relation: 'father' },
  },
  {
    given: 'Grace',
    family: 'Obi',
    pronouns: 'she/her',
    age: 17,
    ago: 90,
    why: 'Known to several services; does not want therapy now.',
    grouping: 'getting-risk-support',
    view: 'I want people to talk to each other so I do not have to say it all again.',
    need: 'People who agree what each will do when things get worse.',
  },
  {
    given: 'Jayden',
    family: 'Cole',
    pronouns: 'he/him',
    age: 13,
    ago: 6,
    why: 'School asks: sleepless, angry, misses his brother. “Nobody asks me.”',
    waiting: true,
    school: 'Millbrook School',
  },
  {
    given: 'Leo',
    family: 'Marsh',
    pronouns: 'he/him',
    age: 15,
    ago: 60,
    why: 'Panic after an accident.',
    grouping: 'getting-help',
    view: 'OK.',
    goals: [{ words: 'Sit in the front of the car', ratings: [0, 2] }],
  },
  {
    given: 'Luca',
    family: 'Marsh',
    pronouns: 'he/him',
    age: 15,
    ago: 9,
    why: 'Leo’s twin. Asks for the same help.',
    waiting: true,
  },
]
