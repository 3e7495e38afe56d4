import { describe, expect, test } from 'vitest'
import { myPeople } from '@/db/me/people'
import { myPlan } from '@/db/me/plan'
import { shareMyLine } from '@/db/me/share-my-line'
import { stopSharingMyLine } from '@/db/me/stop-sharing-my-line'
import { whoCanSeeMe } from '@/db/me/who-can-see'
import { writeMyPlan } from '@/db/me/write-my-plan'
import { overview } from '@/db/people/overview'
import { answerProposal } from '@/db/plans/answer-proposal'
import { readPlan } from '@/db/plans/reads'
import { newId } from '@/lib/id'
import { parentOf, planWith } from '../../build/family'
import { Partnership } from '../../build/partnership'
import { addRow } from '../../build/record'
import { speakingAs } from '../../build/speaking-as'
import { sql } from '../../build/sql'

const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

const stage = async () => {
  const p = await Partnership.make()
  const team = await p.team()
  const amira = await p.worker('clinician', team)
  const episode = await p.episode(team, { worker: amira })
  const { personId } = episode
  const sam = await p.ownAccount(personId)
  return { p, team, amira, episode, personId, sam }
}

describe('My plan', () => {
  test('they write any part, alone, and their workers see it', async () => {
    const { sam, amira, personId } = await stage()
    expect(
      await writeMyPlan(
        sam.token,
        { kind: 'wellbeing', version: 0, helps: 'Tea\nBeing left alone' },
        newId(),
      ),
    ).toMatchObject({ ok: true, value: { number: 1 } })
    expect(value(await readPlan(amira.token, { personId, kind: 'wellbeing' })).plan).toMatchObject({
      how: 'alone',
      sections: { helps: [{ words: 'Tea' }, { words: 'Being left alone' }] },
    })
  })

  test('the same for their safety plan', async () => {
    const { sam } = await stage()
    await writeMyPlan(sam.token, { kind: 'safety', version: 0, byMyself: 'Music' }, newId())
    expect(value(await myPlan(sam.token, { kind: 'safety' })).plan?.sections).toMatchObject({
      byMyself: [{ words: 'Music' }],
    })
  })

  test('a plan that went on since the page was opened is a conflict that shows both', async () => {
    const { sam, amira, personId } = await stage()
    await planWith(amira, personId, 'helps', ['Tea'])
    expect(
      await writeMyPlan(sam.token, { kind: 'wellbeing', version: 0, helps: 'Cake' }, newId()),
    ).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', theirs: { helps: 'Tea', version: '1' } },
    })
  })

  test('after their time here ended it is still theirs to write', async () => {
    const { sam, episode } = await stage()
    await sql(
      "update episodes set status = 'ended', named_worker_id = null, ended_on = current_date, ended_how = 'planned' where id = $1",
      [episode.id],
    )
    expect(
      await writeMyPlan(sam.token, { kind: 'wellbeing', version: 0, helps: 'Tea' }, newId()),
    ).toMatchObject({ ok: true })
  })

  test('a suggested change waits for their yes; their no leaves the plan as it was', async () => {
    const { sam, amira, personId, p } = await stage()
    await planWith(amira, personId, 'helps', ['Tea'])
    const suggest = () =>
      addRow('plan_proposals', {
        partnership_id: p.id,
        person_id: personId,
        kind: 'wellbeing',
        based_on: 1,
        sections: JSON.stringify({ helps: [{ id: newId(), words: 'A walk' }] }),
        why: 'You said so on Tuesday.',
        by_staff_id: amira.id,
      })
    const no = await suggest()
    expect(value(await myPlan(sam.token, { kind: 'wellbeing' })).proposals).toMatchObject([
      { why: 'You said so on Tuesday.' },
    ])
    await answerProposal(sam.token, { proposalId: no, answer: 'no', words: '' }, newId())
    expect(value(await myPlan(sam.token, { kind: 'wellbeing' })).plan?.sections).toMatchObject({
      helps: [{ words: 'Tea' }],
    })
    const yes = await suggest()
    await answerProposal(sam.token, { proposalId: yes, answer: 'yes', words: '' }, newId())
    expect(value(await myPlan(sam.token, { kind: 'wellbeing' })).plan?.sections).toMatchObject({
      helps: [{ words: 'A walk' }],
    })
  })

  test('they show a line to somebody who matters, and stop at once', async () => {
    const { sam, amira, personId, p } = await stage()
    const [line] = await planWith(amira, personId, 'helps', ['Tea'])
    const relationshipId = await parentOf(p, personId)
    expect(
      await shareMyLine(sam.token, { kind: 'wellbeing', lineId: line!, relationshipId }, newId()),
    ).toMatchObject({ ok: true })
    const { shares } = value(await myPlan(sam.token, { kind: 'wellbeing' }))
    expect(shares).toMatchObject([{ name: 'Kerry Whitlow', lineId: line }])
    await stopSharingMyLine(sam.token, { shareId: shares[0]!.id }, newId())
    expect(value(await myPlan(sam.token, { kind: 'wellbeing' })).shares).toEqual([])
  })

  test('nobody who is not among their people can be named', async () => {
    const { sam, amira, personId, p, team } = await stage()
    const [line] = await planWith(amira, personId, 'helps', ['Tea'])
    const other = await p.episode(team, { worker: amira, personId: await p.person({ givenName: 'Nia' }) })
    const hers = await parentOf(p, other.personId, { name: 'Mrs Rees' })
    expect(
      await shareMyLine(sam.token, { kind: 'wellbeing', lineId: line!, relationshipId: hers }, newId()),
    ).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
  })
})

describe('My people', () => {
  test('workers with how to reach them; those who matter without what workers wrote about them', async () => {
    const { sam, amira, personId, p } = await stage()
    await sql(
      "insert into worker_cards (partnership_id, staff_id, phone, words) values ($1, $2, '01632 960123', 'In on Tuesday.')",
      [p.id, amira.id],
    )
    const kerry = await parentOf(p, personId)
    await sql(
      "update relationships set contact_words = 'Do not ring at night', phone = '01632 960999' where id = $1",
      [kerry],
    )
    const seen = value(await myPeople(sam.token, undefined))
    expect(seen.people).toMatchObject([
      { name: 'Amira Hussain', phone: '01632 960123', words: 'In on Tuesday.' },
    ])
    expect(seen.matter).toMatchObject([{ name: 'Kerry Whitlow', relation: 'mother', hasPages: false }])
    expect(JSON.stringify(seen)).not.toMatch(/ring at night|960999/)
  })
})

describe('Who can see this', () => {
  test('the team, once, and a team that works together with it; not one that has nothing to do with them', async () => {
    const { sam, p, personId, amira } = await stage()
    const mind = await p.team({ name: 'Mind', kind: 'community' })
    await p.team({ name: 'Elsewhere' })
    await addRow('sharing_entries', {
      partnership_id: p.id,
      person_id: personId,
      recipient_team_id: mind.id,
      purpose: 'joint-work',
      wish: 'yes',
      wish_words: 'Only about college.',
      basis: 'consent-16',
      from_day: '2026-03-01',
      by_staff_id: amira.id,
    })
    const seen = value(await whoCanSeeMe(sam.token, undefined))
    expect(seen.can.map((one) => [one.name, one.because])).toEqual([
      ['EWMHS', 'team'],
      ['Mind', 'shared'],
    ])
    expect(seen.shared).toMatchObject([
      { with: 'Mind', wish: 'yes', wishWords: 'Only about college.', basis: 'consent-16' },
    ])
  })

  test('who looked, when, and at what; not that they looked themselves', async () => {
    const { sam, amira, personId } = await stage()
    await overview(amira.token, { personId })
    await readPlan(amira.token, { personId, kind: 'wellbeing' })
    await myPeople(sam.token, undefined)
    const { looked } = value(await whoCanSeeMe(sam.token, undefined))
    expect(looked).toMatchObject([{ name: 'Amira Hussain', parts: ['your plan'] }])
  })

  test('a record opened in need is shown after somebody looked at it, never its reason, and not where that is unsafe', async () => {
    const { sam, p, personId } = await stage()
    const other = await p.worker('clinician', await p.team({ name: 'Elsewhere' }), { name: 'Ravi Shah' })
    const pat = await p.worker('privacy-officer', undefined, { name: 'Pat' })
    const opened = (kept: boolean, reviewed: boolean) =>
      addRow('app.break_glass', {
        partnership_id: p.id,
        person_id: personId,
        staff_id: other.id,
        reason: 'At the door of casualty',
        from_at: new Date(Date.now() - 60_000),
        to_at: new Date(Date.now() + 3_600_000),
        reviewed_at: reviewed ? new Date() : null,
        reviewed_by: reviewed ? pat.id : null,
        review_words: reviewed ? 'Right to do.' : null,
        kept_from_them: kept,
      })
    const entry = await opened(false, false)
    await overview(other.token, { personId })
    const looks = async () => value(await whoCanSeeMe(sam.token, undefined))
    expect((await looks()).looked).toEqual([])
    await sql(
      "update app.break_glass set reviewed_at = now(), reviewed_by = $2, review_words = 'Right.' where id = $1",
      [entry, pat.id],
    )
    expect((await looks()).looked).toMatchObject([{ name: 'Ravi Shah', inNeed: true }])
    expect(JSON.stringify(await looks())).not.toContain('casualty')
  })

  test('it stays kept from them where showing it was judged unsafe', async () => {
    const { sam, p, personId } = await stage()
    const other = await p.worker('clinician', await p.team({ name: 'Elsewhere' }), { name: 'Ravi Shah' })
    const pat = await p.worker('privacy-officer', undefined, { name: 'Pat' })
    await addRow('app.break_glass', {
      partnership_id: p.id,
      person_id: personId,
      staff_id: other.id,
      reason: 'At the door of casualty',
      from_at: new Date(Date.now() - 60_000),
      to_at: new Date(Date.now() + 3_600_000),
      reviewed_at: new Date(),
      reviewed_by: pat.id,
      review_words: 'Right to do.',
      kept_from_them: true,
    })
    await overview(other.token, { personId })
    expect(value(await whoCanSeeMe(sam.token, undefined)).looked).toEqual([])
  })
})

describe('what a young person never sees', () => {
  test('tasks of workers, concerns, notes for workers, decisions about being able, how others are reached', async () => {
    const { sam, p, personId, episode, amira } = await stage()
    await addRow('tasks', {
      partnership_id: p.id,
      episode_id: episode.id,
      person_id: personId,
      for_staff_id: amira.id,
      kind: 'x',
      words: 'Ring the school',
    })
    await addRow('notes', {
      partnership_id: p.id,
      episode_id: episode.id,
      person_id: personId,
      happened_on: '2026-03-05',
      words: 'Not for them.',
      for_them: false,
      not_for_them_because: 'About somebody else',
      by_staff_id: amira.id,
    })
    for (const table of [
      'tasks',
      'notes',
      'concerns',
      'capacity_decisions',
      'app.break_glass',
      'app.audit_log',
      'app.reach',
    ])
      expect([table, await speakingAs(sam.token, `select count(*)::int as n from ${table}`)]).toEqual([
        table,
        [{ n: 0 }],
      ])
  })
})
