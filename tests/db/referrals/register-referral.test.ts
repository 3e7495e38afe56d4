import { expect, test } from 'vitest'
import { lookUpPerson } from '@/db/referrals/look-up-person'
import { newReferral } from '@/db/referrals/reads'
import { registerReferral } from '@/db/referrals/register-referral'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const amira = await p.worker('clinician', ours)
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  return { p, ours, theirs, amira, jo }
}

const john = { givenName: 'John', familyName: 'Smith', born: '2010-05-14', nhsNumber: '943 476 5919' }

const lookedUp = async (who: Worker, typed = john) => {
  const made = await lookUpPerson(who.token, typed, newId())
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  return made.value.searchId
}

const shown = async (who: Worker, typed = john) => {
  const result = await newReferral(who.token, { searchId: await lookedUp(who, typed) })
  if (!result.ok || !result.value.search) throw new Error(JSON.stringify(result))
  const { knownHere, candidates } = result.value.search
  return { knownHere, candidates: candidates.map((one) => one.personId) }
}

const form = (searchId: string, teamId: string) => ({
  searchId,
  teamId,
  who: 'new' as const,
  ...john,
  knownAs: 'Johnny',
  pronouns: 'he/him',
  referredOn: '2026-03-02',
  source: 'C2' as const,
  referredBy: 'Mrs Ade, head of year',
  words: 'Hes stopped coming in. “cant face it”.',
  postcode: 'cm8 2ab',
  safeContact: 'Text only',
})

const peopleOf = (p: Partnership) => sql('select * from people where partnership_id = $1', [p.id])

test('a new young person is written down once, waiting, with words and postcode as given', async () => {
  const { p, ours, amira } = await stage()
  const searchId = await lookedUp(amira)
  const key = newId()
  const answers = await Promise.all(
    [1, 2].map(() => registerReferral(amira.token, form(searchId, ours.id), key)),
  )
  expect(answers[0]).toMatchObject({ ok: true })
  expect(answers[1]).toEqual(answers[0])
  expect(await peopleOf(p)).toMatchObject([
    { given_name: 'John', known_as: 'Johnny', nhs_number: '9434765919', safe_contact: 'Text only' },
  ])
  expect(await sql('select * from episodes where partnership_id = $1', [p.id])).toMatchObject([
    {
      status: 'waiting',
      source: 'C2',
      words: 'Hes stopped coming in. “cant face it”.',
      named_worker_id: null,
    },
  ])
  expect(
    await sql('select postcode, pcds, from_day from addresses where partnership_id = $1', [p.id]),
  ).toEqual([{ postcode: 'cm8 2ab', pcds: 'CM8 2AB', from_day: '2026-03-02' }])
})

test.each([
  [
    'letters in an NHS number',
    { nhsNumber: '943 476 59l9' },
    'nhsNumber',
    'An NHS number has no letters in it.',
  ],
  ['a wrong digit', { nhsNumber: '9434765918' }, 'nhsNumber', 'This is not a valid NHS number.'],
  [
    'a test number in earnest',
    { nhsNumber: '9990000018' },
    'nhsNumber',
    'start with 999 are for testing only',
  ],
  ['neither number nor reason', { nhsNumber: '' }, 'nhsNumberAbsent', 'choose why there is none'],
  ['a name without letters', { givenName: '??' }, 'givenName', 'needs at least one letter'],
  ['a day of birth that is none', { born: '2010-02-31' }, 'born', 'Enter a real date'],
  ['a birth after the referral', { born: '2026-04-01' }, 'referredOn', 'before they were born'],
  ['a referral in the future', { referredOn: '2999-01-01' }, 'referredOn', 'in the future'],
  ['a postcode that is none', { postcode: 'Clacton' }, 'postcode', 'This is not a postcode'],
  ['a source that is none', { source: 'ZZ' }, 'source', 'Choose who made the referral.'],
])('%s is met with a sentence, and nothing is written', async (_, wrong, field, sentence) => {
  const { p, ours, amira } = await stage()
  const sent = { ...form(await lookedUp(amira), ours.id), ...wrong } as ReturnType<typeof form>
  const result = await registerReferral(amira.token, sent, newId())
  expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
  expect(JSON.stringify(result)).toContain(sentence)
  expect(result).toHaveProperty(['failure', 'fields', field])
  expect(await peopleOf(p)).toEqual([])
})

test('rule 59: a number from 999 is taken only where everyone is invented', async () => {
  const { p, ours, amira } = await stage()
  const typed = { ...john, nhsNumber: '9990000018' }
  expect(await lookUpPerson(amira.token, typed, newId())).toMatchObject({ failure: { kind: 'invalid' } })
  await sql('update partnerships set demonstration = true where id = $1', [p.id])
  const sent = { ...form(await lookedUp(amira, typed), ours.id), nhsNumber: '9990000018' }
  expect(await registerReferral(amira.token, sent, newId())).toMatchObject({ ok: true })
})

test('a referral cannot be written without looking first, nor on somebody else’s search', async () => {
  const { ours, amira, jo } = await stage()
  const notFound = { ok: false, failure: { kind: 'not-found' } }
  expect(await registerReferral(amira.token, form(newId(), ours.id), newId())).toEqual(notFound)
  expect(await registerReferral(amira.token, form(await lookedUp(jo), ours.id), newId())).toEqual(notFound)
})

test('a referral is written for one’s own team only', async () => {
  const { p, theirs, amira } = await stage()
  expect(await registerReferral(amira.token, form(await lookedUp(amira), theirs.id), newId())).toMatchObject({
    failure: { fields: { teamId: 'Choose one of your own teams.' } },
  })
  expect(await peopleOf(p)).toEqual([])
})

test('someone within reach is offered, chosen, and their second referral joins the one person', async () => {
  const { p, ours, amira } = await stage()
  const other = await p.team({ name: 'Eating disorders' })
  const personId = await p.person({ givenName: 'John', familyName: 'Smith', nhsNumber: '9434765919' })
  await p.episode(ours, { personId, worker: amira })
  await sql(
    `insert into equality_facts (partnership_id, id, person_id, fact, value, by_staff_id, made_at) values
     ($1, $2, $4, 'sex', 'not-asked', $5, now() - interval '2 days'), ($1, $3, $4, 'sex', 'male', $5, now() - interval '1 day')`,
    [p.id, newId(), newId(), personId, amira.id],
  )
  expect(await shown(amira)).toEqual({ knownHere: false, candidates: [personId] })
  const {
    who: _,
    safeContact: __,
    knownAs: ___,
    pronouns: ____,
    ...rest
  } = form(await lookedUp(amira), ours.id)
  const { givenName: _1, familyName: _2, born: _3, nhsNumber: _4, ...referral } = rest
  const within = { ...referral, who: 'within-reach' as const, personId }
  expect(await registerReferral(amira.token, within, newId())).toMatchObject({
    failure: { kind: 'refused', because: expect.stringContaining('already being helped by this team') },
  })
  await sql(
    `insert into memberships (partnership_id, id, staff_id, team_id, role, from_day) values ($1, $2, $3, $4, 'clinician', '2020-01-01')`,
    [p.id, newId(), amira.id, other.id],
  )
  const saved = await registerReferral(amira.token, { ...within, teamId: other.id }, newId())
  expect(saved).toMatchObject({ ok: true, value: { personId } })
  expect(await peopleOf(p)).toHaveLength(1)
  // The groups of the referral day stand on the episode: the newest answer, and a later one changes nothing.
  expect(
    await sql('select groups from episodes where person_id = $1 and team_id = $2', [personId, other.id]),
  ).toEqual([{ groups: { sex: 'male' } }])
})

test('someone of another organisation is “already known here” and nothing more', async () => {
  const { p, theirs, amira, jo } = await stage()
  const personId = await p.person({ givenName: 'John', familyName: 'Smith', nhsNumber: '9434765919' })
  await p.episode(theirs, { personId, worker: jo })
  const made = await lookUpPerson(amira.token, john, newId())
  const seen = await newReferral(amira.token, { searchId: made.ok ? made.value.searchId : '' })
  expect(seen).toMatchObject({ ok: true, value: { search: { knownHere: true, candidates: [] } } })
  expect(JSON.stringify(seen)).not.toMatch(new RegExp(`Mind|Jo Pereira|${personId}|${theirs.id}`))
  expect(
    await sql("select person_id, detail from app.audit_log where act = 'knownHere' and staff_id = $1", [
      amira.id,
    ]),
  ).toEqual([{ person_id: personId, detail: { known: true } }])
})

test.each([
  ['the number alone', { givenName: 'Xi', familyName: 'Yu', born: '2001-01-01' }, true],
  ['full name and birth date', { nhsNumber: '' }, true],
  ['known-as, family name and birth date', { givenName: 'jay', nhsNumber: '' }, true],
  ['the name without the birth date', { born: '2010-05-15', nhsNumber: '' }, false],
  ['a near spelling', { givenName: 'Jon', nhsNumber: '' }, false],
  ['the birth date alone', { givenName: 'Ada', familyName: 'Ray', nhsNumber: '' }, false],
])('known here by %s: %s', async (_, change, known) => {
  const { p, theirs, amira } = await stage()
  const personId = await p.person({ givenName: 'John', familyName: 'Smith', nhsNumber: '9434765919' })
  await sql("update people set known_as = 'Jay' where id = $1", [personId])
  await p.episode(theirs, { personId })
  expect((await shown(amira, { ...john, ...change })).knownHere).toBe(known)
})

const knownHereForm = (searchId: string, teamId: string) => ({
  searchId,
  teamId,
  who: 'known-here' as const,
  referredOn: '2026-03-02',
  source: 'A1' as const,
})

test('a referral for the one already known here joins them, and the audit says so', async () => {
  const { p, ours, theirs, amira, jo } = await stage()
  const personId = await p.person({ givenName: 'John', familyName: 'Smith', nhsNumber: '9434765919' })
  await p.episode(theirs, { personId, worker: jo })
  const saved = await registerReferral(amira.token, knownHereForm(await lookedUp(amira), ours.id), newId())
  expect(saved).toMatchObject({ ok: true, value: { personId } })
  expect(await peopleOf(p)).toHaveLength(1)
  expect(
    await sql("select detail from app.audit_log where act = 'knownHere' and staff_id = $1 order by id", [
      amira.id,
    ]),
  ).toMatchObject([{ detail: { known: true } }, { detail: { attached: true } }])
})

test('a taken number with another birth date joins nobody and makes nobody', async () => {
  const { p, ours, theirs, amira } = await stage()
  await p.episode(theirs, {
    personId: await p.person({
      givenName: 'Ann',
      familyName: 'Lee',
      born: '2011-11-11',
      nhsNumber: '9434765919',
    }),
  })
  const searchId = await lookedUp(amira)
  expect(await registerReferral(amira.token, knownHereForm(searchId, ours.id), newId())).toMatchObject({
    failure: { kind: 'refused', because: expect.stringContaining('do not fit one person here') },
  })
  expect(await registerReferral(amira.token, form(searchId, ours.id), newId())).toMatchObject({
    failure: { kind: 'invalid', fields: { nhsNumber: expect.stringContaining('already known here') } },
  })
  expect(await peopleOf(p)).toHaveLength(1)
})

test('twins and two people of one name stay two people', async () => {
  const { p, ours, amira } = await stage()
  const first = await p.person({ givenName: 'John', familyName: 'Smith' })
  await p.episode(ours, { personId: first })
  const typed = { ...john, nhsNumber: '' }
  expect((await shown(amira, typed)).candidates).toEqual([first])
  const sent = {
    ...form(await lookedUp(amira, typed), ours.id),
    nhsNumber: '',
    nhsNumberAbsent: 'not-known-yet',
  }
  expect(await registerReferral(amira.token, sent, newId())).toMatchObject({ ok: true })
  expect(await peopleOf(p)).toHaveLength(2)
})

test('two of one name and birth date out of reach are never guessed between', async () => {
  const { p, ours, theirs, amira } = await stage()
  for (const _ of [1, 2])
    await p.episode(theirs, { personId: await p.person({ givenName: 'John', familyName: 'Smith' }) })
  const searchId = await lookedUp(amira, { ...john, nhsNumber: '' })
  expect(await registerReferral(amira.token, knownHereForm(searchId, ours.id), newId())).toMatchObject({
    failure: { kind: 'refused' },
  })
})

test('asking about many people is stopped, and the stop is written down', async () => {
  const { p, amira } = await stage()
  await sql(
    `insert into app.audit_log (partnership_id, staff_id, role, act, outcome) select $1, $2, 'clinician', 'knownHere', 'done' from generate_series(1, 60)`,
    [p.id, amira.id],
  )
  expect(await lookUpPerson(amira.token, john, newId())).toMatchObject({
    failure: { kind: 'refused', because: expect.stringContaining('many people in the last hour') },
  })
  expect(
    await sql("select outcome from app.audit_log where act = 'lookUpPerson' and staff_id = $1", [amira.id]),
  ).toEqual([{ outcome: 'refused' }])
})

test('a person of another partnership is not known here', async () => {
  const { amira } = await stage()
  const far = await Partnership.make('Another partnership')
  await far.episode(await far.team(), {
    personId: await far.person({ givenName: 'John', familyName: 'Smith', nhsNumber: '9434765919' }),
  })
  expect(await shown(amira)).toEqual({ knownHere: false, candidates: [] })
})
