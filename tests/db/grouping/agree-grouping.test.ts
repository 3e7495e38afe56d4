import { describe, expect, test } from 'vitest'
import { agreeGrouping } from '@/db/grouping/agree-grouping'
import { readGrouping } from '@/db/grouping/reads'
import { addDays, dayOf } from '@/lib/day'
import { groupingNames, groupings } from '@/lib/grouping/grouping'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { asRole, sql } from '../../build/sql'

const today = dayOf(new Date())

const stage = async () => {
  const p = await Partnership.make()
  const ours = await p.team()
  const theirs = await p.team({ name: 'Mind', kind: 'community' })
  const amira = await p.worker('clinician', ours)
  const lena = await p.worker('team-lead', ours, { name: 'Lena Lead' })
  const jo = await p.worker('facilitator', theirs, { name: 'Jo Pereira' })
  const sam = await p.episode(ours, { worker: amira })
  const decision = {
    personId: sam.personId,
    version: 'none.0',
    grouping: 'getting-advice',
    decidedOn: today,
    needNow: 'To feel all right outside again.',
    considered: 'Getting Help\nThe youth club on Fridays',
    tookPart: ['young-person', 'clinician=Amira Hussain', 'parent-or-carer'],
    'name-parent-or-carer': 'Kerry',
    youngPersonsView: 'ill try on my own first 🙂\nthen we see',
    plan: 'Small steps into town.',
    everyonesPart: 'Sam picks the step.',
    reviewOn: addDays(today, 60),
  }
  return { p, ours, amira, lena, jo, sam, decision }
}

const outcome = {
  goodOutcome: 'Going out on a Saturday.',
  outcomeBy: addDays(today, 90),
  ifNotReached: 'Talk again about what fits.',
}

/** A walk that takes each of the 25 steps from a grouping to a grouping, once (a de Bruijn sequence). */
const everyStep = [
  ...groupings.flatMap((from, at) => [from, ...groupings.slice(at + 1).flatMap((to) => [from, to])]),
  groupings[0],
]

const look = async (worker: Worker, personId: string) => {
  const result = await readGrouping(worker.token, { personId })
  if (!result.ok) throw new Error(result.failure.kind)
  return result.value
}

const rows = (personId: string) =>
  sql('select * from grouping_decisions where person_id = $1 order by made_at', [personId])

describe('a shared decision', () => {
  test('is kept word for word with everyone who took part, and the audit carries none of it', async () => {
    const { amira, sam, decision } = await stage()
    expect((await agreeGrouping(amira.token, decision, newId())).ok).toBe(true)
    const [row] = await rows(sam.personId)
    expect(row).toMatchObject({
      grouping: 'getting-advice',
      young_persons_view: decision.youngPersonsView,
      considered: ['Getting Help', 'The youth club on Fridays'],
      took_part: [
        { kind: 'young-person', name: '' },
        { kind: 'clinician', name: 'Amira Hussain' },
        { kind: 'parent-or-carer', name: 'Kerry' },
      ],
      by_staff_id: amira.id,
      superseded_at: null,
    })
    const audit = await sql("select * from app.audit_log where act = 'agreeGrouping' and person_id = $1", [
      sam.personId,
    ])
    expect(audit).toHaveLength(1)
    expect(JSON.stringify(audit)).not.toMatch(/my own first|Saturday|getting-/)
  })

  test('rule 1: a new episode, and one after a come-back, is not yet agreed whatever was agreed before', async () => {
    const { p, ours, amira, sam, decision } = await stage()
    expect((await look(amira, sam.personId)).identity.grouping).toBeNull()
    await agreeGrouping(amira.token, decision, newId())
    expect((await look(amira, sam.personId)).identity.grouping).toBe('getting-advice')
    await sql(
      "update episodes set status = 'ended', ended_on = $2, ended_how = 'planned', named_worker_id = null where id = $1",
      [sam.id, today],
    )
    await p.episode(ours, { personId: sam.personId, worker: amira, referredOn: today, comeBackOf: sam.id })
    const back = await look(amira, sam.personId)
    expect(back.identity.grouping).toBeNull()
    expect(back.current).toBeUndefined()
    expect(back.earlier).toMatchObject([{ grouping: 'getting-advice', until: today }])
  })

  test('rule 2: without the young person’s view or the reason it is missing it is refused, and nothing is kept', async () => {
    const { amira, sam, decision } = await stage()
    expect(await agreeGrouping(amira.token, { ...decision, youngPersonsView: ' \n' }, newId())).toMatchObject(
      {
        failure: {
          fields: { youngPersonsView: 'Write the young person’s view, or choose why it is missing.' },
        },
      },
    )
    expect(await rows(sam.personId)).toEqual([])
    const missing = { ...decision, youngPersonsView: '', viewMissingBecause: 'not-there' }
    expect((await agreeGrouping(amira.token, missing, newId())).ok).toBe(true)
  })

  test('rule 3: someone who finds life very hard may choose to manage it themselves', async () => {
    const { amira, sam, decision } = await stage()
    await sql(
      `insert into equality_facts (partnership_id, id, person_id, fact, value, by_staff_id) values ($1, $2, $3, 'disability', 'yes', $4)`,
      [amira.partnershipId, newId(), sam.personId, amira.id],
    )
    expect((await agreeGrouping(amira.token, decision, newId())).ok).toBe(true)
  })

  test('rule 4: any grouping may follow any other in one step', async () => {
    const { amira, sam, decision } = await stage()
    for (const grouping of everyStep) {
      const { seen: version } = await look(amira, sam.personId)
      const next = { ...decision, ...outcome, version, grouping, leadAgency: 'Social care, Ann Hope' }
      expect(await agreeGrouping(amira.token, next, newId())).toMatchObject({ ok: true })
    }
    const kept = (await rows(sam.personId)).map((row) => row.grouping)
    expect(new Set(kept.slice(1).map((to, at) => `${kept[at]} ${to}`)).size).toBe(25)
    expect((await look(amira, sam.personId)).earlier).toHaveLength(25)
  })

  test('rule 5: a second decision ends the first in the same moment, history keeps both, and two current ones are impossible', async () => {
    const { amira, sam, decision } = await stage()
    await agreeGrouping(amira.token, decision, newId())
    const { seen: version } = await look(amira, sam.personId)
    const next = { ...decision, version, grouping: 'thriving', youngPersonsView: 'all good now' }
    expect((await agreeGrouping(amira.token, next, newId())).ok).toBe(true)
    const [first, second] = await rows(sam.personId)
    expect(first).toMatchObject({ grouping: 'getting-advice', young_persons_view: decision.youngPersonsView })
    expect(first!.superseded_at).not.toBeNull()
    expect(second).toMatchObject({ grouping: 'thriving', superseded_at: null })
    await expect(
      sql(
        `insert into grouping_decisions select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).* from grouping_decisions d where id = $1`,
        [second!.id],
      ),
    ).rejects.toThrow(/one_current_grouping/)
  })

  test('a decision is never changed or removed, not even by the database’s owner', async () => {
    const { amira, sam, decision } = await stage()
    await agreeGrouping(amira.token, decision, newId())
    for (const change of [
      "update grouping_decisions set grouping = 'thriving' where person_id = $1",
      "update grouping_decisions set superseded_at = now(), plan = 'x' where person_id = $1",
      'delete from grouping_decisions where person_id = $1',
    ])
      await expect(sql(change, [sam.personId])).rejects.toThrow(/never changed/)
  })

  test('of two saved at once one wins, and the other sees both with nothing overwritten', async () => {
    const { amira, lena, sam, decision } = await stage()
    for (const round of [1, 2, 3]) {
      const { seen: version } = await look(amira, sam.personId)
      const [a, b] = await Promise.all([
        agreeGrouping(amira.token, { ...decision, version, needNow: `Amira ${round}` }, newId()),
        agreeGrouping(
          lena.token,
          { ...decision, version, grouping: 'thriving', needNow: `Lena ${round}` },
          newId(),
        ),
      ])
      expect([a.ok, b.ok].sort()).toEqual([false, true])
      const [won, lost] = a.ok ? ['Amira', b] : ['Lena', a]
      expect(lost).toMatchObject({ failure: { kind: 'conflict', theirs: { needNow: `${won} ${round}` } } })
      expect(await rows(sam.personId)).toHaveLength(round)
      expect(
        await sql('select 1 from grouping_decisions where person_id = $1 and superseded_at is null', [
          sam.personId,
        ]),
      ).toHaveLength(1)
    }
  })

  test('after a conflict the version given back saves one’s own after theirs', async () => {
    const { amira, lena, sam, decision } = await stage()
    await agreeGrouping(lena.token, decision, newId())
    const lost = await agreeGrouping(amira.token, { ...decision, grouping: 'thriving' }, newId())
    if (lost.ok || lost.failure.kind !== 'conflict') throw new Error('expected a conflict')
    const again = { ...decision, grouping: 'thriving', version: lost.failure.theirs.version }
    expect((await agreeGrouping(amira.token, again, newId())).ok).toBe(true)
    expect((await look(amira, sam.personId)).current?.grouping).toBe('thriving')
  })

  test('the same form sent three times makes one decision', async () => {
    const { amira, sam, decision } = await stage()
    const key = newId()
    const answers = await Promise.all([1, 2, 3].map(() => agreeGrouping(amira.token, decision, key)))
    expect(answers.every((one) => one.ok)).toBe(true)
    expect(await rows(sam.personId)).toHaveLength(1)
  })

  test('each gap is met with its own sentence, all at once', async () => {
    const { amira, sam } = await stage()
    const empty = { personId: sam.personId, version: 'none.0', decidedOn: today }
    const answer = await agreeGrouping(amira.token, empty, newId())
    if (answer.ok || answer.failure.kind !== 'invalid') throw new Error('expected sentences')
    expect(Object.keys(answer.failure.fields).sort()).toEqual([
      'considered',
      'everyonesPart',
      'grouping',
      'needNow',
      'plan',
      'reviewOn',
      'tookPart',
      'youngPersonsView',
    ])
    for (const sentence of Object.values(answer.failure.fields)) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })

  test('a day in the future, a review that has passed and a day before the last decision are refused', async () => {
    const { amira, sam, decision } = await stage()
    const tries = [
      [{ decidedOn: addDays(today, 1) }, 'decidedOn'],
      [{ decidedOn: '2026-01-01', reviewOn: '2026-02-01' }, 'reviewOn'],
    ] as const
    for (const [change, field] of tries)
      expect(await agreeGrouping(amira.token, { ...decision, ...change }, newId())).toMatchObject({
        failure: { fields: { [field]: expect.any(String) } },
      })
    await agreeGrouping(amira.token, decision, newId())
    const { seen: version } = await look(amira, sam.personId)
    expect(
      await agreeGrouping(amira.token, { ...decision, version, decidedOn: addDays(today, -9) }, newId()),
    ).toMatchObject({ failure: { fields: { decidedOn: expect.stringContaining('later day') } } })
  })

  test('another organisation learns nothing but “not found”, and a waiting referral has no decision yet', async () => {
    const { p, ours, amira, jo, sam, decision } = await stage()
    expect(await agreeGrouping(jo.token, decision, newId())).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
    expect(await readGrouping(jo.token, { personId: sam.personId })).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
    const waiting = await p.episode(ours)
    expect(
      await agreeGrouping(amira.token, { ...decision, personId: waiting.personId }, newId()),
    ).toMatchObject({ failure: { kind: 'refused' } })
    expect(await rows(sam.personId)).toEqual([])
  })
})

describe('Getting Help', () => {
  test.each(['goodOutcome', 'outcomeBy', 'ifNotReached'] as const)(
    'rule 6: without %s it is kept only as a draft, which shows nowhere as a grouping',
    async (gap) => {
      const { amira, sam, decision } = await stage()
      const unfinished = { ...decision, ...outcome, grouping: 'getting-help', [gap]: '' }
      expect(await agreeGrouping(amira.token, unfinished, newId())).toMatchObject({
        failure: { kind: 'invalid', fields: { [gap]: expect.any(String) } },
      })
      expect(await agreeGrouping(amira.token, { ...unfinished, as: 'draft' }, newId())).toMatchObject({
        value: { kept: 'draft' },
      })
      const page = await look(amira, sam.personId)
      expect(page.draft?.input).toMatchObject({ grouping: 'getting-help', needNow: decision.needNow })
      expect(page.identity.grouping).toBeNull()
      expect(page.current).toBeUndefined()
      expect(await rows(sam.personId)).toEqual([])

      const finished = { ...decision, ...outcome, grouping: 'getting-help', version: page.seen }
      expect(await agreeGrouping(amira.token, finished, newId())).toMatchObject({
        value: { kept: 'decision' },
      })
      expect((await look(amira, sam.personId)).draft).toBeUndefined()
    },
  )

  test.each(['getting-help', 'getting-more-help'])(
    'rule 6: the database itself refuses %s without its three answers',
    async (grouping) => {
      const { amira, sam, decision } = await stage()
      await agreeGrouping(amira.token, { ...decision, ...outcome, grouping }, newId())
      await expect(
        sql(
          `insert into grouping_decisions select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'superseded_at', now(), 'good_outcome', ''))).* from grouping_decisions d where person_id = $1`,
          [sam.personId],
        ),
      ).rejects.toThrow(/outcome_answers/)
    },
  )

  test('a draft by two people is a conflict that shows the other’s words', async () => {
    const { amira, lena, sam, decision } = await stage()
    await agreeGrouping(amira.token, { ...decision, as: 'draft', plan: 'Amira’s plan' }, newId())
    expect(
      await agreeGrouping(lena.token, { ...decision, as: 'draft', plan: 'Lena’s plan' }, newId()),
    ).toMatchObject({
      failure: {
        kind: 'conflict',
        theirs: { plan: 'Amira’s plan', grouping: 'Getting Advice and Signposting' },
      },
    })
    expect((await look(lena, sam.personId)).draft?.input.plan).toBe('Amira’s plan')
  })

  test('answers to another grouping’s questions are not kept with this one', async () => {
    const { amira, sam, decision } = await stage()
    await agreeGrouping(amira.token, { ...decision, ...outcome, leadAgency: 'Social care' }, newId())
    expect((await rows(sam.personId))[0]).toMatchObject({ good_outcome: '', lead_agency: '' })
  })
})

describe('Getting Risk Support', () => {
  test('rule 7: asks who leads, and asks the named worker for a safety plan, once', async () => {
    const { amira, sam, decision } = await stage()
    const support = { ...decision, grouping: 'getting-risk-support' }
    expect(await agreeGrouping(amira.token, support, newId())).toMatchObject({
      failure: { fields: { leadAgency: 'Name who leads between the agencies.' } },
    })
    for (const _ of [1, 2]) {
      const { seen: version } = await look(amira, sam.personId)
      const led = { ...support, version, leadAgency: 'Social care, Ann Hope' }
      expect((await agreeGrouping(amira.token, led, newId())).ok).toBe(true)
    }
    expect(await sql('select kind, for_staff_id from tasks where person_id = $1', [sam.personId])).toEqual([
      { kind: 'safety-plan', for_staff_id: amira.id },
    ])
    expect((await look(amira, sam.personId)).safetyPlanWaitsFor).toBe('Amira Hussain')
  })
})

describe('rule 9: no words of severity', () => {
  test('no column, and no name on screen, carries a level', async () => {
    const level = /severity|risk_?(level|score|band|rating)|(high|medium|low)[ _-]?risk|\btier\b/i
    const columns = await sql<{ name: string }>(
      "select table_name || '.' || column_name as name from information_schema.columns where table_schema in ('public', 'app', 'published')",
    )
    expect(columns.length).toBeGreaterThan(100)
    expect(columns.map((one) => one.name).filter((name) => level.test(name))).toEqual([])
    expect(Object.values(groupingNames).filter((name) => level.test(name))).toEqual([])
  })

  test('without a session the application’s role sees no decision and no draft', async () => {
    const { amira, decision } = await stage()
    await agreeGrouping(amira.token, decision, newId())
    const app = asRole('app')
    for (const table of ['grouping_decisions', 'grouping_drafts'])
      expect((await app.query(`select * from ${table}`)).rows).toEqual([])
    await app.end()
  })
})
