type Kind = { name: string; page: (personId: string, recordId: string) => string }

const of = (path: string) => (personId: string) => `/care/people/${personId}${path}`

/** The forms that keep a draft: what each is called, and the page it stands on. */
export const draftForms = {
  meeting: { name: 'Meeting', page: (person, meeting) => `/care/people/${person}/meetings/${meeting}/room` },
  note: { name: 'Note', page: of('/story/note') },
  goal: { name: 'New goal', page: of('/goals/new') },
  ratings: { name: 'Ratings', page: of('/rating') },
  talk: { name: 'Talk about a goal', page: (person, goal) => `/care/people/${person}/goals/${goal}/talk` },
  review: { name: 'Review', page: of('/review') },
  grouping: { name: 'Shared decision', page: of('/grouping/decision') },
  concern: { name: 'Concern about safety', page: of('/concern') },
  'wellbeing-plan-change': { name: 'Change to a plan', page: of('/plan/change') },
  'wellbeing-plan-together': { name: 'Plan', page: of('/plan/together') },
  'safety-plan-change': { name: 'Change to a safety plan', page: of('/safety-plan/change') },
  'safety-plan-together': { name: 'Safety plan', page: of('/safety-plan/together') },
  // A young person’s own
  'my-goal': { name: 'New goal', page: () => '/me/goals/new' },
  'my-goal-change': { name: 'Change to a goal', page: (_, goal) => `/me/goals/${goal}/change` },
  'my-plan': { name: 'My plan', page: () => '/me/plan/change' },
  'my-safety-plan': { name: 'My safety plan', page: () => '/me/safety-plan/change' },
} as const satisfies Record<string, Kind>

export type DraftForm = keyof typeof draftForms
export const draftFormNames = Object.keys(draftForms) as [DraftForm, ...DraftForm[]]

/** The page a draft can be finished on. */
export const pageOf = (form: DraftForm, personId: string, recordId: string | null): string =>
  (draftForms[form] as Kind).page(personId, recordId ?? '')
