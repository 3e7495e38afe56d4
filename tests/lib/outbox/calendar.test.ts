import { expect, test } from 'vitest'
import { calendarFile } from '@/lib/outbox/calendar'

const entry = { id: 'abc', startsAt: new Date('2027-07-06T13:05Z'), minutes: 50, version: 3, place: '' }
const lines = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n')

test('a calendar file says "Meeting", when and how long (RFC 5545), and neither a name nor a place', () => {
  const file = lines(calendarFile(entry, 'pages.example.test'))
  expect(file.filter((line) => !line.startsWith('DTSTAMP:') && line !== '')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'PRODID:-//Meetings//EN',
    'METHOD:PUBLISH',
    'X-PUBLISHED-TTL:PT1H',
    'BEGIN:VEVENT',
    'UID:abc@pages.example.test',
    'SUMMARY:Meeting',
    'DTSTART:20270706T130500Z',
    'SEQUENCE:2',
    'STATUS:CONFIRMED',
    'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
    'CLASS:PRIVATE',
    'DURATION:PT50M',
    'END:VEVENT',
    'END:VCALENDAR',
  ])
})

test('a place is in it only where it was given, and cannot break out of its line', () => {
  const file = lines(calendarFile({ ...entry, place: 'Library; room 2, upstairs\nSUMMARY:Clinic' }, 'x'))
  expect(file).toContain('LOCATION:Library\\; room 2\\, upstairs\\nSUMMARY:Clinic')
  expect(file.filter((line) => line.startsWith('SUMMARY'))).toEqual(['SUMMARY:Meeting'])
})

test('a cancelled meeting says so to the calendar that has it', () => {
  expect(calendarFile({ ...entry, cancelled: true }, 'x')).toContain('STATUS:CANCELLED')
})
