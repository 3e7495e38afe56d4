import { describe, expect, test } from 'vitest'
import { typedFields, wordsTyped } from '@/lib/drafts/drafts'
import { draftFormNames, pageOf } from '@/lib/drafts/forms'
import { standingOf } from '@/lib/drafts/keeping'

const begun = new Date('2026-03-04T14:05:00Z')
const draft = (ofMeetingHeld: boolean, saved = begun) => ({ begun, saved, ofMeetingHeld })

describe('a draft of a meeting that took place (design ruling 9)', () => {
  test.each([
    ['on the day', '2026-03-04', 'waits'],
    ['two days on', '2026-03-06', 'waits'],
    ['three days on its writer is reminded', '2026-03-07', 'remind'],
    ['six days on', '2026-03-10', 'remind'],
    ['seven days on the team lead is told', '2026-03-11', 'tell-lead'],
    ['a year on it is still there', '2027-03-04', 'tell-lead'],
  ])('%s', (_, today, standing) => {
    expect(standingOf(draft(true), today)).toBe(standing)
  })

  test('counts from when it was begun: writing a little each day hides nothing', () => {
    expect(standingOf(draft(true, new Date('2026-03-10T09:00:00Z')), '2026-03-11')).toBe('tell-lead')
  })
})

describe('any other draft', () => {
  test.each([
    ['thirteen days after it was last saved it waits', '2026-03-17', 'waits'],
    ['after fourteen days it is deleted', '2026-03-18', 'forget'],
  ])('%s', (_, today, standing) => {
    expect(standingOf(draft(false), today)).toBe(standing)
  })

  test('is kept for fourteen days from the last save', () => {
    expect(standingOf(draft(false, new Date('2026-03-10T09:00:00Z')), '2026-03-18')).toBe('waits')
  })

  test('a day is a day of London: saved at 23:30 in summer time it is of the next UTC day’s eve', () => {
    // 00:30 on 1 July in London.
    const saved = new Date('2026-06-30T23:30:00Z')
    expect(standingOf({ begun: saved, saved, ofMeetingHeld: false }, '2026-07-14')).toBe('waits')
    expect(standingOf({ begun: saved, saved, ofMeetingHeld: false }, '2026-07-15')).toBe('forget')
  })
})

test('every form that keeps a draft has a page to finish it on', () => {
  for (const form of draftFormNames) expect(pageOf(form, 'p', 'r')).toMatch(/^\/[\w/-]+$/)
})

test('of a form, the words are shown again; days, numbers, choices and ids are not', () => {
  expect(
    wordsTyped({
      words: 'She was tired.\nWe stopped early.',
      'happenedOn-day': '4',
      'happenedOn-year': '2026',
      personId: '0198f4b4-0000-7000-8000-000000000000',
      how: 'face-to-face',
      empty: ' ',
      wordsMine: 'i dont know',
    }),
  ).toEqual(['She was tired.\nWe stopped early.', 'i dont know'])
})

test('a draft holds text by field and nothing else', () => {
  expect(typedFields.safeParse({ words: 'a', who: ['b', 'c'] }).success).toBe(true)
  expect(typedFields.safeParse({ words: { deep: true } }).success).toBe(false)
  expect(typedFields.safeParse({ words: 'x'.repeat(200_001) }).success).toBe(false)
})
