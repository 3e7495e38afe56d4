/** What keeps someone well, in their own words. Shown in this order; each part may stay empty, and be filled in any order. */
export const wellbeingSections = {
  goodDay: {
    title: 'What a good day looks like',
    ask: 'Where are you? Who is there? What do you do?',
  },
  keepsWell: {
    title: 'What keeps me well',
    ask: 'Small things count: sleep, music, a walk, a message to someone.',
  },
  hardTimeSigns: {
    title: 'Signs I am having a hard time',
    ask: 'What do you notice first? What do others notice?',
  },
  helps: {
    title: 'What helps, what does not',
    ask: 'What can people do? What do you want them not to do?',
  },
  peopleAndPlaces: {
    title: 'People and places',
    ask: 'Who is good to be with? Where is it good to be?',
  },
  ifWorse: {
    title: 'If it gets worse',
    ask: 'What do you do first? Who do you tell? What do you want them to do?',
  },
} as const
