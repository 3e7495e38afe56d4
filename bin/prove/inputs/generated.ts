import fc from 'fast-check'

type Input = Record<string, unknown>

/** Texts that have broken programs: what a form, a paste or somebody with bad intentions may send. */
const awkward: readonly string[] = [
  '',
  ' ',
  '\t\r\n',
  '\u0000',
  'before\u0000after',
  '\ud800',
  'half \udc00 of a pair',
  '\ufeffmark',
  '\u202eright to left',
  'e\u0301'.repeat(50),
  '👩‍👩‍👧‍👦'.repeat(20),
  '٣',
  '½',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '1e3',
  '0x10',
  '4.5',
  '9'.repeat(40),
  '1'.repeat(400),
  '2147483648',
  '9007199254740993',
  'true',
  'null',
  'undefined',
  '[object Object]',
  '{"a":1}',
  '__proto__',
  'constructor',
  "'; drop table people; --",
  '%_\\',
  '$1',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'yes',
  'no',
  'x'.repeat(10_001),
  'ß'.repeat(200_000),
]

const days: readonly string[] = [
  '2026-02-30',
  '2025-02-29',
  '0000-00-00',
  '0000-01-01',
  '0001-01-01',
  '1582-10-10',
  '1899-12-31',
  '9999-12-31',
  '+010000-01-01',
  '-000001-12-31',
  '275760-09-13',
  '2026-3-4',
  '2026-03-04T00:00:00Z',
  '04/03/2026',
  '20260304',
  '2026-03-04\n',
  '24:00',
  '25:61',
  '9:30',
]

/** Something like an id, and no id. */
const notIds: readonly string[] = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '------------------------------------',
  '{0190c5a0-0000-7000-8000-000000000000}',
  '0190C5A0-0000-7000-8000-000000000000',
  '0190c5a000007000800000000000000',
]

/**
 * Inputs beside one that is right: fields changed, left out, doubled, of another type, with things of other people in them;
 * fields nobody asked for; and now and then something that is no form at all.
 * @param others ids of records elsewhere, and of ones that are nowhere
 */
export const generated = (valid: unknown, others: readonly string[]): fc.Arbitrary<unknown> => {
  const text = fc.oneof(
    fc.constantFrom(...awkward, ...days, ...notIds, ...others),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.uuid(),
    fc.integer().map(String),
    fc.double().map(String),
  )
  const anything = fc.oneof(
    { weight: 6, arbitrary: text },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>(null, undefined, true, false, {}, [], Number.NaN, -0, 2 ** 53),
    },
    { weight: 1, arbitrary: fc.double() },
    { weight: 1, arbitrary: fc.array(text, { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    { weight: 1, arbitrary: fc.date({ noInvalidDate: false }) },
    { weight: 1, arbitrary: fc.constant(new File(['a,b\n'], 'file.csv')) },
  )
  if (typeof valid !== 'object' || valid === null || Array.isArray(valid)) return anything
  const right = valid as Input
  const keys = Object.keys(right)
  const noForm = { weight: 1, arbitrary: anything }
  if (keys.length === 0)
    return fc.oneof(
      { weight: 9, arbitrary: fc.dictionary(fc.string(), anything, { minKeys: 1, maxKeys: 3 }) },
      noForm,
    )

  const key = fc.constantFrom(...keys)
  const changed = fc.array(fc.tuple(key, anything), { minLength: 1, maxLength: 3 }).map((changes) => ({
    ...right,
    ...Object.fromEntries(changes),
  }))
  const doubled = key.map((name) => ({ ...right, [name]: [right[name], right[name]] }))
  const without = fc
    .subarray(keys, { minLength: 1, maxLength: Math.min(3, keys.length) })
    .map((gone) => Object.fromEntries(Object.entries(right).filter(([name]) => !gone.includes(name))))
  const more = fc
    .tuple(
      fc.oneof(text, fc.constantFrom('partnershipId', 'role', 'by_staff_id', 'idempotencyKey', 'toString')),
      anything,
    )
    .map(([name, value]) => withKey(right, name, value))
  return fc.oneof(
    { weight: 12, arbitrary: changed },
    { weight: 3, arbitrary: without },
    { weight: 3, arbitrary: more },
    { weight: 2, arbitrary: doubled },
    { weight: 1, arbitrary: fc.constant(right) },
    noForm,
  )
}

/** Also where the name is `__proto__`, which an ordinary object literal would swallow. */
export const withKey = (input: Input, name: string, value: unknown): Input => {
  const all = { ...input }
  Object.defineProperty(all, name, { value, enumerable: true, configurable: true, writable: true })
  return all
}
