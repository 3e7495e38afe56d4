import { describe, expect, test } from 'vitest'
import { mayShare, type StandingEntry, sharingEntry, whoDecides } from '@/lib/sharing/sharing'

const born = '2012-05-10'
const at15 = '2027-05-10'
const at16 = '2028-05-10'
const entry = (changes: Partial<StandingEntry> = {}): StandingEntry => ({
  wish: 'yes',
  basis: 'consent-gillick',
  basisWords: 'Told me back what it means; A. Khan',
  from: '2027-01-01',
  to: null,
  withdrawnOn: null,
  ...changes,
})

describe('sharing', () => {
  test('rule 85: at 15, without a record for this decision, it needs assessing; last year’s yes says nothing', () => {
    expect(whoDecides(born, at15, undefined)).toBe('needs-assessing')
    expect(whoDecides(born, at15, 'able')).toBe('young-person')
    expect(whoDecides(born, at15, 'not-able')).toBe('parental-responsibility')
    expect(mayShare(entry({ basisWords: '' }), born, at15)).toMatchObject({ may: false })
    expect(mayShare(entry({ to: '2027-05-09' }), born, at15)).toMatchObject({ may: false })
  })

  test('rule 86: from 16 they decide, and what a parent agreed no longer does', () => {
    expect(whoDecides(born, at16, undefined)).toBe('young-person')
    expect(mayShare(entry({ basis: 'consent-16' }), born, at16)).toEqual({ may: true })
    expect(mayShare(entry({ basis: 'consent-16' }), born, '2028-05-09')).toMatchObject({ may: false })
    expect(mayShare(entry({ basis: 'consent-parental' }), born, at15)).toEqual({ may: true })
    expect(mayShare(entry({ basis: 'consent-parental' }), born, at16)).toMatchObject({ may: false })
  })

  test('rule 87: a withdrawal stops sharing on the day itself', () => {
    expect(mayShare(entry({ withdrawnOn: at15 }), born, at15)).toEqual({
      may: false,
      because: 'Sharing was withdrawn.',
    })
    expect(mayShare(entry({ withdrawnOn: at15, basis: 'direct-care' }), born, at15)).toMatchObject({
      may: false,
    })
  })

  test('a wish is no basis, and a no may be overridden only with a reason', () => {
    expect(mayShare(entry({ basis: null }), born, at15)).toMatchObject({ may: false })
    const typed = { recipientWords: 'School nurse', purpose: 'safeguarding', from: at15 }
    const paths = (changes: object) =>
      sharingEntry.safeParse({ ...typed, ...changes }).error?.issues.map((i) => i.path[0]) ?? []
    expect(paths({ wish: 'no', basis: 'safeguarding' })).toEqual(['basisWords'])
    expect(paths({ wish: 'no', basis: 'safeguarding', basisWords: 'Told them why' })).toEqual([])
    expect(paths({ wish: 'no', basis: 'consent-16' })).toEqual(['basis'])
    expect(paths({ wish: 'yes', basis: 'consent-gillick' })).toEqual(['basisWords'])
    expect(paths({ wish: 'not-asked' })).toEqual([])
    expect(paths({ wish: 'yes', recipientWords: '' })).toEqual(['recipientWords'])
  })
})
