/**
 * A plan to stay safe, in the order it is used when things get hard: from what someone can do alone to who can be there. The
 * parts follow the safety plan of Stanley and Brown, in words of our own. It holds no scale and no level, and it is the
 * young person's.
 */
export const safetySections = {
  warningSigns: {
    title: 'Signs that a hard time is coming',
    ask: 'Thoughts, feelings, places or things that happen before it gets hard.',
  },
  byMyself: {
    title: 'What I can do by myself',
    ask: 'Things that help for a while, without needing anybody.',
  },
  takesMindOff: {
    title: 'People and places that take my mind off it',
    ask: 'You do not have to talk about it there.',
  },
  askForHelp: {
    title: 'People I can ask for help',
    ask: 'Names, and how to reach them, also at night.',
  },
  services: {
    title: 'Workers and help lines',
    ask: 'Your worker, their team, and lines that answer day and night.',
  },
  saferAround: {
    title: 'Making things around me safer',
    ask: 'What could be put away or looked after by somebody, and by whom?',
  },
  livingFor: {
    title: 'What matters to me',
    ask: 'People, animals, plans and hopes that are worth staying for.',
  },
} as const
