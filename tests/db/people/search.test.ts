import { expect, test } from 'vitest'
import { searchResults } from '@/db/people/search'
import { searchPeople } from '@/db/people/search-people'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { asRole, sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const amira = await p.worker('clinician', ours)
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const john = await p.person({ givenName: 'John', familyName: 'Smith', nhsNumber: '9434765919' })
  await p.episode(ours, { personId: john, worker: amira })
  return { p, ours, theirs, amira, jo, john }
}

const found = async (who: Worker, q: string) => {
  const made = await searchPeople(who.token, { q }, newId())
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  const result = await searchResults(who.token, made.value.searchId)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value.results.map((one) => ({ id: one.personId, why: one.why }))
}

test.each([
  ['John Smith', 'Name'],
  ['smith john', 'Name'],
  ['Jon Smth', 'Name spelt nearly like this'],
  ['jhon smith', 'Name spelt nearly like this'],
  ['smi', 'Name'],
  ['943 476 5919', 'Same NHS number'],
  ['14/5/2010', 'Born 14 May 2010'],
  ['14 May 2010', 'Born 14 May 2010'],
])('“%s” finds John Smith and says why: %s', async (q, why) => {
  const { amira, john } = await stage()
  expect(await found(amira, q)).toEqual([{ id: john, why }])
})

test('accents and apostrophes make no difference, and the known-as name is found', async () => {
  const { p, ours, amira } = await stage()
  const zoe = await p.person({ givenName: 'Zoë', familyName: 'O’Brien', born: '2011-01-01' })
  await p.episode(ours, { personId: zoe })
  await sql("update people set known_as = 'Ziggy' where id = $1", [zoe])
  for (const q of ['zoe obrien', "ZOË O'BRIEN", 'ziggy']) expect((await found(amira, q))[0]?.id).toBe(zoe)
})

test('nobody of another organisation is ever found, whatever is typed', async () => {
  const { jo } = await stage()
  for (const q of ['John Smith', '943 476 5919', '14/5/2010', 'Jon Smth', '%', '.*', "' or 1=1 --"])
    expect(await found(jo, q)).toEqual([])
})

test('an invited team finds the young person from the invitation on, and no longer when it declined', async () => {
  const { p, theirs, jo, john } = await stage()
  const [e] = await sql('select id, team_id, named_worker_id from episodes where person_id = $1', [john])
  const handover = newId()
  await sql(
    `insert into handovers (partnership_id, id, episode_id, person_id, from_team_id, to_team_id, sending_worker_id, return_contact_id, invited_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, now())`,
    [p.id, handover, e!.id, john, e!.team_id, theirs.id, e!.named_worker_id],
  )
  expect(await found(jo, 'John Smith')).toHaveLength(1)
  await sql("update handovers set state = 'declined', declined_at = now() where id = $1", [handover])
  expect(await found(jo, 'John Smith')).toEqual([])
})

test('a search is one’s own, for a day, and its words are in no audit row', async () => {
  const { p, ours, amira, john } = await stage()
  const made = await searchPeople(amira.token, { q: 'John Smith' }, newId())
  const { searchId } = made.ok ? made.value : { searchId: '' }
  const ben = await p.worker('clinician', ours, { name: 'Ben Okafor' })
  expect(await searchResults(ben.token, searchId)).toEqual({ ok: false, failure: { kind: 'not-found' } })
  expect(await searchResults(amira.token, 'nonsense')).toMatchObject({ failure: { kind: 'not-found' } })
  await searchResults(amira.token, searchId)
  const audit = await sql('select act, outcome, detail from app.audit_log where staff_id = $1 order by id', [
    amira.id,
  ])
  expect(audit.at(-1)).toMatchObject({
    act: 'searchResults',
    outcome: 'opened',
    detail: { people: 1, ids: [john] },
  })
  expect(JSON.stringify(audit)).not.toMatch(/smith/i)
  expect(
    JSON.stringify(await sql('select input from app.idempotency_keys where staff_id = $1', [amira.id])),
  ).not.toMatch(/smith/i)
  await sql("update app.searches set made_at = now() - interval '25 hours' where id = $1", [searchId])
  expect(await searchResults(amira.token, searchId)).toMatchObject({ failure: { kind: 'not-found' } })
  await searchPeople(ben.token, { q: 'someone else' }, newId())
  expect(await sql('select 1 from app.searches where id = $1', [searchId])).toEqual([])
})

test('an empty box and an administrator are each met with words', async () => {
  const { p, amira } = await stage()
  expect(await searchPeople(amira.token, { q: '  ' }, newId())).toMatchObject({
    failure: { kind: 'invalid', fields: { q: 'Type a name, an NHS number or a date of birth.' } },
  })
  const admin = await p.worker('administrator')
  expect(await searchPeople(admin.token, { q: 'John' }, newId())).toMatchObject({
    failure: { kind: 'refused' },
  })
})

test('without a session the search function itself finds nobody', async () => {
  await stage()
  const app = asRole('app')
  const { rows } = await app.query(
    "select * from app.search_people('9434765919', '2010-05-14', 'John Smith')",
  )
  expect(rows).toEqual([])
  await expect(
    app.query("select * from app.known_out_of_reach(null, 'John', 'Smith', '2010-05-14')"),
  ).rejects.toThrow(/permission denied/)
  await app.end()
})
