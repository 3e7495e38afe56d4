import { describe, expect, test } from 'vitest'
import { readQuery, whyFound } from '@/lib/people/search'

describe('one search box holds a name, an NHS number, a date of birth, or any of them together', () => {
  test.each([
    ['Sam Whitlow', { words: 'Sam Whitlow', nhsNumber: null, born: null }],
    ['943 476 5919', { words: '', nhsNumber: '9434765919', born: null }],
    ['943-476-5919 Sam', { words: 'Sam', nhsNumber: '9434765919', born: null }],
    ['14/05/2010', { words: '', nhsNumber: null, born: '2010-05-14' }],
    ['14.5.2010', { words: '', born: '2010-05-14' }],
    ['14 5 2010', { words: '', born: '2010-05-14' }],
    ['2010-05-14 whitlow', { words: 'whitlow', born: '2010-05-14' }],
    ['Sam, born 14 May 2010', { words: 'Sam, born', born: '2010-05-14' }],
    ['Sam Whitlow 14 september 2010', { words: 'Sam Whitlow', born: '2010-09-14' }],
    ['31/02/2010', { words: '31/02/2010', born: null }],
    ['05/14/2010', { words: '05/14/2010', born: null }],
  ])('%s', (typed, expected) => {
    expect(readQuery(typed)).toMatchObject(expected)
  })

  test('a number with a wrong digit says so, and is not searched for as a name', () => {
    expect(readQuery('943 476 5918')).toMatchObject({ nhsNumber: null, words: '' })
    expect(readQuery('943 476 5918').problem).toContain('not a valid NHS number')
  })
})

describe('why somebody was found', () => {
  const sam = {
    personId: 'x',
    givenName: 'Samuel',
    familyName: 'O’Brien',
    knownAs: 'Ziggy',
    born: '2010-05-14',
    nhsNumber: '9434765919',
  }
  test.each([
    ['943 476 5919', 'Same NHS number'],
    ['14 5 2010', 'Born 14 May 2010'],
    ['sam obrien', 'Name'],
    ['ziggy', 'Known as Ziggy'],
    ['Ziggy O’Brien', 'Known as Ziggy'],
    ['Samule Obrein', 'Name spelt nearly like this'],
    ['sam obrien 14/5/2010', 'Born 14 May 2010, name'],
  ])('%s', (typed, why) => {
    expect(whyFound(readQuery(typed), sam)).toBe(why)
  })
})
