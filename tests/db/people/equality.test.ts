import { expect, test } from 'vitest'
import { recordEquality } from '@/db/people/record-equality'
import { newId } from '@/lib/id'
import { Partnership } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const amira = await p.worker('clinician', ours)
  const jo = await p.worker('facilitator', await p.team({ name: 'Mind', kind: 'community' }))
  const sam = await p.episode(ours, { worker: amira })
  return { amira, jo, sam, personId: sam.personId }
}

const facts = (personId: string) =>
  sql('select fact, value, words from equality_facts where person_id = $1 order by made_at, fact', [personId])

test('not asked, chose not to say and no answer at all are three separate things', async () => {
  const { amira, personId } = await stage()
  const told = { personId, ethnicCategory: 'chose-not-to-say', sex: 'not-asked', care: '', lgbt: 'no' }
  expect(await recordEquality(amira.token, told, newId())).toMatchObject({ ok: true, value: { recorded: 3 } })
  expect(await facts(personId)).toEqual([
    { fact: 'ethnicCategory', value: 'chose-not-to-say', words: '' },
    { fact: 'lgbt', value: 'no', words: '' },
    { fact: 'sex', value: 'not-asked', words: '' },
  ])
})

test('their own words are kept verbatim beside the answer', async () => {
  const { amira, personId } = await stage()
  await recordEquality(
    amira.token,
    { personId, gender: 'other', 'gender-words': '  Demi-boy,  mostly ' },
    newId(),
  )
  expect(await facts(personId)).toEqual([{ fact: 'gender', value: 'other', words: '  Demi-boy,  mostly ' }])
})

test('a changed answer is added, an unchanged one is not, and nothing is overwritten', async () => {
  const { amira, personId } = await stage()
  await recordEquality(amira.token, { personId, care: 'never', sex: 'female' }, newId())
  await recordEquality(amira.token, { personId, care: 'in-care', sex: 'female' }, newId())
  expect(await facts(personId)).toMatchObject([
    { fact: 'care', value: 'never' },
    { fact: 'sex', value: 'female' },
    { fact: 'care', value: 'in-care' },
  ])
  await expect(
    sql("update equality_facts set value = 'never' where person_id = $1", [personId]),
  ).rejects.toThrow(/append-only/)
})

test('several disabilities may be told, but "No disability" stands alone', async () => {
  const { amira, personId } = await stage()
  expect(await recordEquality(amira.token, { personId, disability: ['02', 'NN'] }, newId())).toMatchObject({
    failure: { kind: 'invalid', fields: { disability: expect.stringContaining('No disability') } },
  })
  await recordEquality(amira.token, { personId, disability: ['09', '02'] }, newId())
  expect(await facts(personId)).toMatchObject([{ fact: 'disability', value: '02,09' }])
})

test('an answer that is not on the list is refused: ethnic category Q does not exist', async () => {
  const { amira, personId } = await stage()
  expect(await recordEquality(amira.token, { personId, ethnicCategory: 'Q' }, newId())).toMatchObject({
    failure: { kind: 'invalid', fields: { ethnicCategory: expect.any(String) } },
  })
  expect(await facts(personId)).toEqual([])
})

test('another organisation cannot record any', async () => {
  const { jo, personId } = await stage()
  expect(await recordEquality(jo.token, { personId, sex: 'male' }, newId())).toEqual({
    ok: false,
    failure: { kind: 'not-found' },
  })
})
