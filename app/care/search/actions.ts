'use server'

import { plainAction } from '@/app/_act/plain-action'
import { searchPeople as searchPeopleAct } from '@/db/people/search-people'

export const searchPeople = plainAction(searchPeopleAct, {
  to: ({ searchId }) => `/care/search/${searchId}`,
  otherwise: () => '/care/search?nothing=typed',
})
