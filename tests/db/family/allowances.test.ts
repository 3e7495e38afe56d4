import { describe, expect, test } from 'vitest'
import { allowFamily } from '@/db/family/allow-family'
import { endAllowance } from '@/db/family/end-allowance'
import { familyHome, familyRating } from '@/db/family/home'
import { rateAsFamily } from '@/db/family/rate-as-family'
import { familyOf } from '@/db/family/reads'
import { recordCapacity } from '@/db/family/record-capacity'
import { rateMyGoals } from '@/db/me/rate-my-goals'
import { stopAllowing } from '@/db/me/stop-allowing'
import { undoMyRatings } from '@/db/me/undo-my-ratings'
import { whoCanSeeMe } from '@/db/me/who-can-see'
import { addDays, addMonths, dayOf } from '@/lib/day'
import { fieldOf } from '@/lib/goals/sheet'
import { newId } from '@/lib/id'
import type { Question } from '@/lib/people/consent'
import { allowed, parentOf, planWith } from '../../build/family'
import { Partnership, type Worker } from '../../build/partnership'
import { addRow } from '../../build/record'
import { speakingAs } from '../../build/speaking-as'
import { sql } from '../../build/sql'

const today = dayOf(new Date())
const aged = (years: number) => addDays(addMonths(today, -12 * years), -30)

const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

const stage = async (options: { born?: string; responsibility?: 'yes' | 'no' | 'not-asked' } = {}) => {
  const p = await Partnership.make()
  const team = await p.team()
  const amira = await p.worker('clinician', team)
  const episode = await p.episode(team, {
    worker: amira,
    personId: await p.person({ born: options.born ?? aged(16) }),
  })
  const { personId } = episode
  const sleep = await p.goal(episode, amira, [2, 6])
  const secret = await p.goal(episode, amira, [4], 'Tell Mum about Kit')
  const relationshipId = await parentOf(p, personId, { responsibility: options.responsibility })
  const kerry = await p.ownAccount(personId, { name: 'Kerry Whitlow', relationshipId })
  const sam = await p.ownAccount(personId)
  const decision = (things: string | string[], says: 'yes' | 'no' | 'not-asked' = 'yes', more = {}) => ({
    personId,
    relationshipId,
    things,
    says,
    from: today,
    ...more,
  })
  const capacity = (question: Question, able: 'yes' | 'no', more = {}) => ({
    personId,
    relationshipId,
    question,
    words: 'Kerry sees this on her own phone.',
    able,
    understanding: 'Said it back in his own words.',
    maturity: 'Thought of what could go wrong.',
    voluntariness: 'Asked on his own.',
    assessedOn: today,
    ...more,
  })
  return { p, team, amira, episode, personId, sleep, secret, relationshipId, kerry, sam, decision, capacity }
}

const seenBy = async (parent: Worker) => value(await familyHome(parent.token, undefined))

describe('rule 89: a parent or carer sees what was allowed, and nothing else', () => {
  test('nothing, before anything is', async () => {
    const { kerry, p, episode, amira, personId } = await stage()
    await addRow('meetings', {
      partnership_id: p.id,
      episode_id: episode.id,
      person_id: personId,
      with_staff_id: amira.id,
      by_staff_id: amira.id,
      starts_at: new Date(Date.now() + 3_600_000),
    })
    await planWith(amira, personId, 'goodDay', ['Bed by ten'])
    expect(await seenBy(kerry)).toMatchObject({
      knownAs: 'Sam',
      goals: [],
      ended: [],
      meetings: [],
      plan: [],
    })
  })

  test('one goal: that one, and no other', async () => {
    const { kerry, amira, personId, relationshipId, sleep, secret } = await stage()
    await allowed(amira, { personId, relationshipId }, 'goal', { itemId: sleep })
    expect((await seenBy(kerry)).goals.map((goal) => goal.id)).toEqual([sleep])
    expect(JSON.stringify(await seenBy(kerry))).not.toContain('Kit')
    expect(await rateAsFamily(kerry.token, { [fieldOf(secret)]: '5' }, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    })
  })

  test('goals without “how close they feel”: the words, not the answers', async () => {
    const { kerry, amira, personId, relationshipId } = await stage()
    await allowed(amira, { personId, relationshipId }, 'goals')
    expect((await seenBy(kerry)).goals.map((goal) => goal.theirs)).toEqual([null, null])
    await allowed(amira, { personId, relationshipId }, 'ratings')
    expect((await seenBy(kerry)).goals[0]?.theirs).toBe('Moved from 2 to 6 since 4 March, 2 ratings.')
  })

  test('meetings: when and with whom, not what workers wrote about reaching each other', async () => {
    const { kerry, amira, personId, relationshipId, p, episode } = await stage()
    await addRow('meetings', {
      partnership_id: p.id,
      episode_id: episode.id,
      person_id: personId,
      with_staff_id: amira.id,
      by_staff_id: amira.id,
      starts_at: new Date(Date.now() + 3_600_000),
      place: 'The library',
      contact_words: 'Text Sam that morning.',
    })
    await allowed(amira, { personId, relationshipId }, 'meetings')
    const seen = await seenBy(kerry)
    expect(seen.meetings).toMatchObject([{ place: 'The library', with: amira.name }])
    expect(JSON.stringify(seen)).not.toContain('Text Sam')
  })

  test('private notes, tasks, concerns, decisions and identity are never theirs, whatever is allowed', async () => {
    const { kerry, amira, personId, relationshipId, p, episode } = await stage()
    for (const item of ['pages', 'goals', 'ratings', 'meetings'] as const)
      await allowed(amira, { personId, relationshipId }, item)
    await addRow('notes', {
      partnership_id: p.id,
      episode_id: episode.id,
      person_id: personId,
      happened_on: today,
      words: 'For workers.',
      by_staff_id: amira.id,
    })
    for (const table of [
      'people',
      'notes',
      'tasks',
      'addresses',
      'equality_facts',
      'sharing_entries',
      'relationships',
      'episodes',
      'grouping_decisions',
      'handovers',
      'plan_versions',
      'plan_proposals',
      'plan_line_shares',
      'concerns',
      'capacity_decisions',
    ])
      expect([table, await speakingAs(kerry.token, `select count(*)::int as n from ${table}`)]).toEqual([
        table,
        [{ n: 0 }],
      ])
  })

  test('another young person’s goals are never theirs', async () => {
    const { kerry, amira, personId, relationshipId, p, team } = await stage()
    await allowed(amira, { personId, relationshipId }, 'goals')
    const nia = await p.episode(team, { worker: amira, personId: await p.person({ givenName: 'Nia' }) })
    await p.goal(nia, amira, [1], 'A goal of Nia')
    expect(JSON.stringify(await seenBy(kerry))).not.toContain('Nia')
  })

  test('of the plan: the lines shared with them, and the parts that were allowed', async () => {
    const { kerry, amira, personId, relationshipId, p } = await stage()
    const [first] = await planWith(amira, personId, 'helps', ['Tea', 'Being left alone'])
    await addRow('plan_line_shares', {
      partnership_id: p.id,
      person_id: personId,
      kind: 'wellbeing',
      line_id: first!,
      relationship_id: relationshipId,
      by_staff_id: amira.id,
    })
    expect((await seenBy(kerry)).plan).toEqual([
      { key: 'wellbeing helps', title: 'What helps, what does not', lines: ['Tea'] },
    ])
    await allowed(amira, { personId, relationshipId }, 'plan-section', { section: 'helps' })
    expect((await seenBy(kerry)).plan[0]?.lines).toEqual(['Tea', 'Being left alone'])
  })
})

describe('what the young person took back', () => {
  test('is not seen by a parent either', async () => {
    const { kerry, sam, amira, personId, relationshipId, sleep } = await stage()
    for (const item of ['goals', 'ratings'] as const) await allowed(amira, { personId, relationshipId }, item)
    const { sheetId } = value(await rateMyGoals(sam.token, { [fieldOf(sleep)]: '0' }, newId()))
    expect((await seenBy(kerry)).goals[0]?.theirs).toBe('Moved down from 2 to 0.')
    await undoMyRatings(sam.token, { sheetId }, newId())
    expect((await seenBy(kerry)).goals[0]?.theirs).toBe('Moved from 2 to 6 since 4 March, 2 ratings.')
  })
})

describe('rating as a parent or carer', () => {
  test('is a rater of their own, by name, beside the young person’s answers and never mixed with them', async () => {
    const { kerry, amira, personId, relationshipId, sleep } = await stage()
    await allowed(amira, { personId, relationshipId }, 'goals')
    expect(await rateAsFamily(kerry.token, { [fieldOf(sleep)]: '4' }, newId())).toMatchObject({ ok: true })
    const [kept] = await sql("select * from ratings where goal_id = $1 and rater = 'parent-or-carer'", [
      sleep,
    ])
    expect(kept).toMatchObject({ rater_name: 'Kerry Whitlow', value: 4, by_staff_id: kerry.id })
    expect((await seenBy(kerry)).goals[0]).toMatchObject({ own: 'One rating so far.', theirs: null })
    expect(JSON.stringify(value(await familyRating(kerry.token, undefined)).goals)).not.toMatch(/value|lines/)
  })

  test('they cannot rate as somebody else, nor once nobody is with the young person', async () => {
    const { kerry, amira, personId, relationshipId, sleep, episode, p } = await stage()
    await allowed(amira, { personId, relationshipId }, 'goals')
    const sent = { [fieldOf(sleep)]: '4' }
    expect(await rateAsFamily(kerry.token, { ...sent, rater: 'young-person' }, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'invalid' },
    })
    // Straight at the database, past every form.
    await expect(
      speakingAs(
        kerry.token,
        `insert into ratings (partnership_id, id, goal_id, episode_id, person_id, rater, rated_on, value, by_staff_id)
         values ('${p.id}', '${newId()}', '${sleep}', '${episode.id}', '${personId}', 'young-person', '${today}', 9, '${kerry.id}')`,
      ),
    ).rejects.toThrow(/row-level security/)
    await sql(
      "update episodes set status = 'ended', named_worker_id = null, ended_on = $2, ended_how = 'planned' where id = $1",
      [episode.id, today],
    )
    expect(await rateAsFamily(kerry.token, sent, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'refused' },
    })
  })
})

describe('what is allowed, by whom', () => {
  test('16 and over: their own yes, and a no is a no', async () => {
    const { amira, decision, kerry } = await stage()
    expect(await allowFamily(amira.token, decision('goals', 'no'), newId())).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', fields: { things: expect.stringContaining('They said no') } },
    })
    expect(await allowFamily(amira.token, decision(['goals', 'meetings']), newId())).toMatchObject({
      ok: true,
    })
    expect(await seenBy(kerry)).toMatchObject({ seesGoals: true, seesMeetings: true })
  })

  test('rule 85: under 16, each thing needs a decision of its own about being able to decide it', async () => {
    const { amira, decision, capacity, personId } = await stage({ born: aged(15) })
    const needs = {
      ok: false,
      failure: { kind: 'invalid', fields: { things: expect.stringContaining('under 16') } },
    }
    expect(await allowFamily(amira.token, decision('goals'), newId())).toMatchObject(needs)
    await recordCapacity(amira.token, capacity('goals', 'yes'), newId())
    expect(await allowFamily(amira.token, decision('goals'), newId())).toMatchObject({ ok: true })
    // Able to decide about the goals says nothing about the meetings.
    expect(await allowFamily(amira.token, decision('meetings'), newId())).toMatchObject(needs)
    const [kept] = await sql('select basis, capacity_id, to_day from allowances where person_id = $1', [
      personId,
    ])
    expect(kept).toMatchObject({ basis: 'own-yes-gillick', capacity_id: expect.any(String), to_day: null })
  })

  test('rule 85: last year’s decision about the same thing is none', async () => {
    const { amira, decision, capacity } = await stage({ born: aged(15) })
    await recordCapacity(
      amira.token,
      capacity('goals', 'yes', { assessedOn: addMonths(today, -11) }),
      newId(),
    )
    expect(await allowFamily(amira.token, decision('goals'), newId())).toMatchObject({
      ok: false,
      failure: { kind: 'invalid' },
    })
  })

  test('not able yet: parental responsibility decides, until the sixteenth birthday to the day', async () => {
    const born = aged(15)
    const { amira, decision, capacity, personId, kerry } = await stage({ born })
    await recordCapacity(amira.token, capacity('goals', 'no'), newId())
    expect(await allowFamily(amira.token, decision('goals', 'no'), newId())).toMatchObject({ ok: true })
    const [kept] = await sql('select basis, decided_by, to_day from allowances where person_id = $1', [
      personId,
    ])
    expect(kept).toMatchObject({
      basis: 'parental-responsibility',
      decided_by: 'Kerry Whitlow',
      to_day: addMonths(born, 192),
    })
    expect((await seenBy(kerry)).goals).toHaveLength(2)
  })

  test('rule 86: what a parent decided stops on the sixteenth birthday by itself', async () => {
    const born = addMonths(today, -192)
    const { amira, personId, relationshipId, kerry, p } = await stage({ born })
    const capacityId = await addRow('capacity_decisions', {
      partnership_id: p.id,
      person_id: personId,
      question: 'goals',
      relationship_id: relationshipId,
      words: 'x',
      able: false,
      understanding: 'x',
      maturity: 'x',
      voluntariness: 'x',
      assessed_on: addDays(today, -1),
      by_staff_id: amira.id,
    })
    await addRow('allowances', {
      partnership_id: p.id,
      person_id: personId,
      relationship_id: relationshipId,
      item: 'goals',
      basis: 'parental-responsibility',
      capacity_id: capacityId,
      from_day: addDays(today, -1),
      to_day: addMonths(born, 192),
      by_staff_id: amira.id,
    })
    expect((await seenBy(kerry)).goals).toEqual([])
  })

  test('parental responsibility is recorded, never assumed from “mother”', async () => {
    const { amira, decision, capacity } = await stage({ born: aged(15), responsibility: 'not-asked' })
    await recordCapacity(amira.token, capacity('goals', 'no'), newId())
    expect(await allowFamily(amira.token, decision('goals'), newId())).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', fields: { things: expect.stringContaining('parental responsibility') } },
    })
  })

  test('from 16 nothing is recorded about being able: they are presumed to be', async () => {
    const { amira, capacity } = await stage({ born: aged(16) })
    expect(await recordCapacity(amira.token, capacity('goals', 'no'), newId())).toMatchObject({
      ok: false,
      failure: { kind: 'invalid' },
    })
  })

  test('a record of being able to decide is never changed', async () => {
    const { amira, capacity, personId } = await stage({ born: aged(15) })
    await recordCapacity(amira.token, capacity('goals', 'no'), newId())
    await expect(
      sql('update capacity_decisions set able = true where person_id = $1', [personId]),
    ).rejects.toThrow(/append-only/)
  })

  test('a worker out of reach allows nothing and learns nothing', async () => {
    const { p, decision, capacity, personId } = await stage()
    const other = await p.worker('facilitator', await p.team({ name: 'Mind', kind: 'community' }))
    const notFound = { ok: false, failure: { kind: 'not-found' } }
    expect(await allowFamily(other.token, decision('goals'), newId())).toMatchObject(notFound)
    expect(await recordCapacity(other.token, capacity('goals', 'yes'), newId())).toMatchObject(notFound)
    expect(await familyOf(other.token, { personId })).toMatchObject(notFound)
  })
})

describe('rule 87: taking it back', () => {
  test('the young person stops it, and the next page of the parent has it no more; the row stays', async () => {
    const { amira, decision, kerry, sam, personId } = await stage()
    await allowFamily(amira.token, decision('goals'), newId())
    const { allowed: list } = value(await whoCanSeeMe(sam.token, undefined))
    expect(list).toMatchObject([{ name: 'Kerry Whitlow', item: 'goals', basis: 'own-yes' }])
    expect(await stopAllowing(sam.token, { allowanceId: list[0]!.id }, newId())).toMatchObject({ ok: true })
    expect((await seenBy(kerry)).goals).toEqual([])
    expect(value(await familyOf(amira.token, { personId })).allowed).toMatchObject([
      { endedAt: expect.any(Date), endedBy: 'Sam' },
    ])
  })

  test('stopping their pages stops everything on them', async () => {
    const { amira, decision, kerry, sam, personId } = await stage()
    await allowFamily(amira.token, decision(['pages', 'goals', 'meetings']), newId())
    const [pages] = await sql("select id from allowances where person_id = $1 and item = 'pages'", [personId])
    await stopAllowing(sam.token, { allowanceId: pages!.id as string }, newId())
    expect(await seenBy(kerry)).toMatchObject({ seesGoals: false, seesMeetings: false })
  })

  test('a worker ends it with a reason, and not without', async () => {
    const { amira, decision, personId, kerry } = await stage()
    await allowFamily(amira.token, decision('goals'), newId())
    const [row] = await sql('select id from allowances where person_id = $1', [personId])
    const allowanceId = row!.id as string
    expect(await endAllowance(amira.token, { personId, allowanceId, because: ' ' }, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'invalid' },
    })
    expect(
      await endAllowance(amira.token, { personId, allowanceId, because: 'Sam asked' }, newId()),
    ).toMatchObject({ ok: true })
    expect((await seenBy(kerry)).seesGoals).toBe(false)
  })

  test('nobody brings one back by changing its row', async () => {
    const { amira, decision, personId, sam } = await stage()
    await allowFamily(amira.token, decision('goals'), newId())
    const [row] = await sql('select id from allowances where person_id = $1', [personId])
    await stopAllowing(sam.token, { allowanceId: row!.id as string }, newId())
    await expect(
      sql('update allowances set ended_at = null, ended_by = null where id = $1', [row!.id]),
    ).rejects.toThrow(/stays written down/)
  })

  test('another young person cannot stop it', async () => {
    const { amira, decision, personId, p, team } = await stage()
    await allowFamily(amira.token, decision('goals'), newId())
    const [row] = await sql('select id from allowances where person_id = $1', [personId])
    const nia = await p.episode(team, { worker: amira, personId: await p.person({ givenName: 'Nia' }) })
    const hers = await p.ownAccount(nia.personId, { name: 'Nia' })
    expect(await stopAllowing(hers.token, { allowanceId: row!.id as string }, newId())).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    })
  })
})
