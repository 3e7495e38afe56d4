import { describe, expect, test } from 'vitest'
import { newId } from '@/lib/id'
import { groupForm, versionsOf } from '@/lib/story/group'
import { nextOf, roomForm } from '@/lib/story/room'

const goal = newId()
const form = {
  personId: newId(),
  meetingId: newId(),
  version: '1',
  attendance: 'came',
  noteOn: '2027-05-27',
  noteKind: 'meeting',
}
const parsed = (more: Record<string, unknown>) => roomForm.safeParse({ ...form, ...more })
const fieldsOf = (answer: ReturnType<typeof parsed>) =>
  answer.success
    ? []
    : answer.error.issues.map((issue) =>
        issue.code === 'unrecognized_keys' ? issue.keys.join() : issue.path.join('.'),
      )

describe('the page of a meeting as it is sent', () => {
  test('asks for who came and nothing else', () => {
    expect(parsed({})).toMatchObject({ success: true, data: { sheet: null } })
    expect(fieldsOf(parsed({ attendance: undefined }))).toEqual(['attendance'])
    expect(fieldsOf(parsed({ attendance: 'DNA' }))).toEqual(['attendance'])
  })

  test('goals left alone are no answer; one that is touched is', () => {
    const untouched = { [`goal-${goal}-reason`]: '', [`goal-${goal}-words`]: ' ' }
    expect(parsed({ ...untouched, rater: 'young-person' })).toMatchObject({ data: { sheet: null } })
    const answer = parsed({ ...untouched, rater: 'young-person', [`goal-${goal}`]: '0' })
    expect(answer.success && answer.data.sheet?.answers.get(goal)?.value).toBe('0')
  })

  test('a field nobody knows, and one sent twice, are refused', () => {
    expect(fieldsOf(parsed({ 'goal-x': '3' }))).toEqual(['goal-x'])
    expect(fieldsOf(parsed({ risk: '3' }))).toEqual(['risk'])
    expect(parsed({ [`goal-${goal}`]: ['3', '4'] }).success).toBe(false)
  })
})

describe('what happens next', () => {
  const next = {
    nextOn: '',
    nextAt: '',
    nextMinutes: '50',
    nextHow: '',
    nextPlace: '',
    nextContactWords: '',
    nextWithStaffId: '',
    nextAlsoStaffId: '',
    nextWhoElse: '',
    taskForStaffId: '',
    taskWords: '',
    taskDueOn: '',
    nothingBecause: '',
  }
  test('what was not chosen is not looked at', () => {
    expect(nextOf({ ...next, next: undefined })).toEqual({
      ok: true,
      next: { meeting: null, task: null, nothing: false },
    })
    expect(nextOf({ ...next, next: ['nothing'], nextOn: 'soon' })).toMatchObject({
      ok: true,
      next: { nothing: true },
    })
  })

  test('a next meeting and a task ask for theirs, all at once', () => {
    const answer = nextOf({ ...next, next: ['meeting', 'task'] })
    expect(answer.ok ? [] : Object.keys(answer.fields).sort()).toEqual(
      ['nextAt', 'nextHow', 'nextOn', 'nextWithStaffId', 'taskForStaffId', 'taskWords'].sort(),
    )
  })

  test('a next meeting and nothing at once are not both', () => {
    const [one] = [newId()]
    expect(
      nextOf({
        ...next,
        next: ['meeting', 'nothing'],
        nextOn: '2027-06-03',
        nextAt: '14.00',
        nextHow: 'phone',
        nextWithStaffId: one,
      }),
    ).toMatchObject({ ok: false, fields: { next: expect.any(String) } })
  })
})

describe('a meeting of several', () => {
  const [sam, maya] = [newId(), newId()]
  test('asks of each who came, and keeps each part to its own', () => {
    const sent = { personId: sam, meetingId: newId(), sharedWords: 'We cooked.' }
    const answer = groupForm.safeParse({
      ...sent,
      [`attendance-${sam}`]: 'came',
      [`words-${sam}`]: 'Sam chopped.',
      [`attendance-${maya}`]: 'could-not-come',
    })
    expect(answer.success && [...answer.data.entries]).toEqual([
      [sam, { attendance: 'came', attendanceWords: '', words: 'Sam chopped.' }],
      [maya, { attendance: 'could-not-come', attendanceWords: '', words: '' }],
    ])
    const missing = groupForm.safeParse({ ...sent, [`words-${maya}`]: 'Maya laughed.' })
    expect(missing.success ? [] : missing.error.issues.map((issue) => issue.path)).toEqual([
      [`attendance-${maya}`],
    ])
  })

  test('is as old as all its records together, in whatever order they are read', () => {
    const rows = [
      { personId: 'b', version: 2 },
      { personId: 'a', version: 1 },
    ]
    expect(versionsOf(rows)).toBe('a=1 b=2')
    expect(versionsOf([...rows].reverse())).toBe('a=1 b=2')
  })
})
