import { describe, expect, test } from 'vitest'
import { failed, newForm, typed } from '@/app/_ui/form-state'

const form = (fields: [string, string | Blob][]) => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

describe('what was typed comes back after a failed attempt', () => {
  test('text, spaces and line breaks as they were', () => {
    expect(typed(form([['words', ' i dont know\nreally ']]))).toEqual({ words: ' i dont know\nreally ' })
  })

  test('every ticked answer', () => {
    const ticked = form([
      ['who', 'sam'],
      ['who', 'jo'],
    ])
    expect(typed(ticked)).toEqual({ who: ['sam', 'jo'] })
  })

  test('the idempotency key, so that a retry is the same act', () => {
    expect(typed(form([['idempotencyKey', 'k1']]))).toEqual({ idempotencyKey: 'k1' })
  })

  test('a postcode, but no password, no one-time code and no file', () => {
    const data = form([
      ['postcode', 'ZZ1 1AA'],
      ['password', 'a secret'],
      ['newPassword', 'another'],
      ['code', '123456'],
      ['file', new Blob(['x'])],
      ['$ACTION_ID_1', ''],
    ])
    expect(typed(data)).toEqual({ postcode: 'ZZ1 1AA' })
  })
})

describe('a failed act in the words of the form', () => {
  test('counts attempts and keeps the sentence of each field', () => {
    const first = failed(newForm, form([['name', '']]), {
      kind: 'invalid',
      fields: { name: 'Enter a name.' },
    })
    const second = failed(first, form([['name', '']]), { kind: 'invalid', fields: { name: 'Enter a name.' } })
    expect(second).toEqual({
      status: 'failed',
      fields: { name: 'Enter a name.' },
      values: { name: '' },
      attempt: 2,
    })
  })

  test('a conflict carries both texts', () => {
    const state = failed(newForm, form([['plan', 'mine']]), {
      kind: 'conflict',
      because: 'Jo changed this at 14:03.',
      theirs: { plan: 'theirs', version: '8' },
    })
    expect(state).toMatchObject({ values: { plan: 'mine' }, theirs: { plan: 'theirs', version: '8' } })
  })

  test('missing and out of reach are told in the same words, which name nothing', () => {
    expect(failed(newForm, form([]), { kind: 'not-found' })).toMatchObject({
      message: 'We cannot find that. It may have moved, or it may not be yours to see.',
    })
  })
})
