import type { Attendance, MeetingWay } from './meeting'

/**
 * Our words as the codes of the national mental health data set (MHSDS v6). It has no code for a child who was not
 * brought: the word stays ours, the code is that of "did not attend".
 */
export const attendanceCodes: Record<Attendance, string> = {
  came: '5',
  'could-not-come': '2',
  'did-not-come': '3',
  'was-not-brought': '3',
}

/** 5 seen on time, 6 came late and was seen. 2 and 4 cancelled; 3 did not attend; 7 came too late to be seen. */
export const countsAsAttended = (code: string): boolean => code === '5' || code === '6'

/** How it took place, as the same data set says it: 01 face to face, 02 telephone, 09 text message, 11 video. */
export const wayCodes: Record<MeetingWay, string> = {
  'face-to-face': '01',
  phone: '02',
  messages: '09',
  video: '11',
}

/** Face to face, telephone, talk type and video. An e-mail (05) or a message is a contact, and not a direct one. */
export const isDirect = (code: string): boolean => ['01', '02', '04', '11'].includes(code)
