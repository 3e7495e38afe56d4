'use server'

import { formAction } from '@/app/_act/form-action'
import { bookMeeting as bookMeetingAct } from '@/db/story/book-meeting'
import { cancelMeeting as cancelMeetingAct } from '@/db/story/cancel-meeting'
import { moveMeeting as moveMeetingAct } from '@/db/story/move-meeting'
import { recordAttendance as recordAttendanceAct } from '@/db/story/record-attendance'
import { recordGroupMeeting as recordGroupMeetingAct } from '@/db/story/record-group-meeting'
import { recordMeeting as recordMeetingAct } from '@/db/story/record-meeting'
import { startMeeting as startMeetingAct } from '@/db/story/start-meeting'
import { meetingAddress } from './address'

export const bookMeeting = formAction(bookMeetingAct, { to: meetingAddress })
export const moveMeeting = formAction(moveMeetingAct, { to: meetingAddress })
export const cancelMeeting = formAction(cancelMeetingAct, { to: meetingAddress })
export const startMeeting = formAction(startMeetingAct, { to: (m) => `${meetingAddress(m)}/room` })
export const recordMeeting = formAction(recordMeetingAct, { to: meetingAddress })
export const recordGroupMeeting = formAction(recordGroupMeetingAct, {
  to: (m) => `${meetingAddress(m)}/room`,
})
export const recordAttendance = formAction(recordAttendanceAct, { to: meetingAddress })
