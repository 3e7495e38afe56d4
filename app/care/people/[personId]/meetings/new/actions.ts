'use server'

import { formAction } from '@/app/_act/form-action'
import { bookMeeting as bookMeetingAct } from '@/db/story/book-meeting'

export const bookMeeting = formAction(bookMeetingAct, {
  to: ({ personId }) => `/care/people/${personId}/story`,
})
