import type { Filter } from '@/db/caseload/caseload'

/** The address of the list with these choices; what is as usual is left out. */
export const addressOf = (filter: Filter, page = 1): string => {
  const query = new URLSearchParams()
  if (filter.whose !== 'mine') query.set('whose', filter.whose)
  if (filter.grouping) query.set('grouping', filter.grouping)
  if (filter.step) query.set('step', filter.step)
  if (filter.goals) query.set('goals', filter.goals)
  if (filter.sort !== 'name') query.set('sort', filter.sort)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `/care/people?${text}` : '/care/people'
}
