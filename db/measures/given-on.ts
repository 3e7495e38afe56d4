import { type Day, inWords } from '@/lib/day'

/** Nobody fills in a form tomorrow, nor before they were born. */
export const wrongDay = (field: string, on: Day, born: Day, today: Day): Record<string, string> => {
  if (on > today) return { [field]: 'This day is in the future. Enter the day it was filled in.' }
  if (on < born) return { [field]: `This day is before they were born, on ${inWords(born)}.` }
  return {}
}
