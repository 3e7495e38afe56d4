import { describe, expect, test } from 'vitest'
import { namesAnOutput } from '@/lib/goals/output-words'

describe('rule 35: words that name a service are asked about, words that name what changes are not', () => {
  test.each([
    'attend anger management',
    'Attend CAMHS',
    'attend CAMHS.',
    'referred to dietician',
    'PHB £200',
    '6 sessions',
    'Six weekly sessions of CBT',
    'gym membership',
    'To see a counsellor',
    'have counselling',
    'complete the programme',
    'Referral',
    '£150 for art materials',
    'join the youth club',
  ])('asked about: %s', (words) => {
    expect(namesAnOutput(words)).toBe(true)
  })

  test.each([
    'feel calm enough to stay in class',
    'Sleep through the night without my head going round',
    'Go into town with my mates and not feel like everyone is looking',
    'Draw most days again',
    'Stay in maths for the whole lesson',
    'Tell one friend what it is like',
    'Be part of a team again',
    'Eat lunch at college twice a week',
    'Sentir-me bem com a minha avó à mesa',
    'Go climbing every week',
    'Finish my first year',
    'Talk about Dada without it breaking me',
    'attend the group so I am less alone',
    'أريد أن أنام طوال الليل',
    'see my dad',
    'get a 🐕 & hang out w my 👩‍👩‍👧 lol',
    'have 6 friends round',
    '',
  ])('left alone: %s', (words) => {
    expect(namesAnOutput(words)).toBe(false)
  })
})
