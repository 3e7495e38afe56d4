import { describe, expect, test } from 'vitest'
import { changeDetails } from '@/db/people/change-details'
import { details } from '@/db/people/reads'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const amira = await p.worker('clinician', ours)
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const sam = await p.episode(ours, { worker: amira })
  const form = {
    personId: sam.personId,
    version: '1',
    given: 'Samuel',
    family: 'O’Brien-Nguyễn',
    knownAs: 'Sam',
    pronouns: 'he/him',
    born: '2010-05-14',
    nhsNumber: '943 476 5919',
    safeContact: 'Text first.\nNothing by post to home.',
    communicationNeeds: 'One question at a time.',
    language: 'Vietnamese interpreter for his mum',
    school: 'Northfield School',
    gpPractice: 'Harbour Surgery',
    gpOdsCode: 'k81003',
  }
  return { p, ours, amira, jo, sam, form }
}

const person = (id: string) => sql('select * from people where id = $1', [id]).then((rows) => rows[0])

describe('the details of a young person', () => {
  test('are kept as they were said, the NHS number as ten digits', async () => {
    const { amira, sam, form } = await stage()
    expect(await changeDetails(amira.token, form, newId())).toMatchObject({ ok: true })
    expect(await person(sam.personId)).toMatchObject({
      given_name: 'Samuel',
      family_name: 'O’Brien-Nguyễn',
      known_as: 'Sam',
      nhs_number: '9434765919',
      nhs_number_absent: null,
      safe_contact: 'Text first.\nNothing by post to home.',
      version: 2,
    })
    const [audit] = await sql(
      "select detail from app.audit_log where act = 'changeDetails' and person_id = $1",
      [sam.personId],
    )
    expect(audit!.detail.changed).toContain('safeContact')
    expect(JSON.stringify(audit)).not.toContain('Text first')
  })

  test('rule 63: the code of a GP practice is stored in capitals; ten characters or a hyphen are refused', async () => {
    const { amira, sam, form } = await stage()
    await changeDetails(amira.token, form, newId())
    expect((await person(sam.personId))!.gp_ods_code).toBe('K81003')
    for (const gpOdsCode of ['K810030010', 'K81-03'])
      expect(await changeDetails(amira.token, { ...form, version: '2', gpOdsCode }, newId())).toMatchObject({
        failure: { kind: 'invalid', fields: { gpOdsCode: expect.any(String) } },
      })
  })

  test('an NHS number with letters, a wrong check digit or for testing only is refused with a sentence', async () => {
    const { amira, form } = await stage()
    for (const nhsNumber of ['943 476 591A', '9434765918', '9990000018'])
      expect(await changeDetails(amira.token, { ...form, nhsNumber }, newId())).toMatchObject({
        failure: { kind: 'invalid', fields: { nhsNumber: expect.any(String) } },
      })
  })

  test('a missing NHS number has a reason', async () => {
    const { amira, sam, form } = await stage()
    expect(await changeDetails(amira.token, { ...form, nhsNumber: '' }, newId())).toMatchObject({
      failure: { fields: { nhsNumberAbsent: 'Enter the NHS number, or choose why there is none.' } },
    })
    const absent = { ...form, nhsNumber: '', nhsNumberAbsent: 'asked-not-to' as const }
    expect(await changeDetails(amira.token, absent, newId())).toMatchObject({ ok: true })
    expect(await person(sam.personId)).toMatchObject({ nhs_number: null, nhs_number_absent: 'asked-not-to' })
  })

  test('an NHS number that somebody else has is not taken, and nothing is lost', async () => {
    const { p, ours, amira, sam, form } = await stage()
    const other = await p.person({ givenName: 'Leila', nhsNumber: '9434765919' })
    await p.episode(ours, { personId: other, worker: amira })
    expect(await changeDetails(amira.token, form, newId())).toMatchObject({
      failure: { kind: 'invalid', fields: { nhsNumber: expect.stringContaining('Somebody else') } },
    })
    expect((await person(sam.personId))!.given_name).toBe('Sam')
  })

  test('a change made on an old page is a conflict that shows both texts, and overwrites nothing', async () => {
    const { amira, sam, form } = await stage()
    await changeDetails(amira.token, form, newId())
    const late = await changeDetails(amira.token, { ...form, safeContact: 'Ring him.' }, newId())
    expect(late).toEqual({
      ok: false,
      failure: {
        kind: 'conflict',
        because: 'Someone else changed these details while you were writing.',
        theirs: { safeContact: 'Text first.\nNothing by post to home.', version: '2' },
      },
    })
    expect((await person(sam.personId))!.safe_contact).toBe('Text first.\nNothing by post to home.')
  })

  test('another organisation can neither change nor read them', async () => {
    const { jo, sam, form } = await stage()
    const notFound = { ok: false, failure: { kind: 'not-found' } }
    expect(await changeDetails(jo.token, form, newId())).toEqual(notFound)
    expect(await details(jo.token, { personId: sam.personId })).toEqual(notFound)
    expect((await person(sam.personId))!.version).toBe(1)
  })
})
