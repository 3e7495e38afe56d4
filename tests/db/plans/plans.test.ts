import { describe, expect, test } from 'vitest'
import { answerProposal } from '@/db/plans/answer-proposal'
import { newestPlan } from '@/db/plans/newest'
import { proposePlanChange } from '@/db/plans/propose-plan-change'
import { readPlan, readPlanVersion } from '@/db/plans/reads'
import { withdrawProposal } from '@/db/plans/withdraw-proposal'
import { writePlan } from '@/db/plans/write-plan'
import { newId } from '@/lib/id'
import { Partnership, type Worker } from '../../build/partnership'
import { sql } from '../../build/sql'

const stage = async () => {
  const p = await Partnership.make()
  const [ours, theirs] = [await p.team(), await p.team({ name: 'Mind', kind: 'community' })]
  const [amira, ben, jo] = [
    await p.worker('clinician', ours),
    await p.worker('clinician', ours, { name: 'Ben Okafor' }),
    await p.worker('facilitator', theirs, { name: 'Jo Pereira' }),
  ]
  const episode = await p.episode(ours, { worker: amira })
  const sam = await p.ownAccount(episode.personId)
  const about = { personId: episode.personId, kind: 'wellbeing' as const }
  const together = (by: Worker, version: number, keepsWell: string, more = {}) =>
    writePlan(by.token, { ...about, version, keepsWell, wasThere: 'yes', whoElse: '', ...more }, newId())
  const suggest = (by: Worker, version: number, keepsWell: string) =>
    proposePlanChange(by.token, { ...about, version, keepsWell, why: 'You said it helped.' }, newId())
  const stands = async () => {
    const result = await readPlan(amira.token, about)
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
    return result.value
  }
  const words = async () =>
    Object.values((await stands()).plan?.sections ?? {}).flatMap((l) => l.map((x) => x.words))
  return { p, ours, theirs, amira, ben, jo, sam, episode, about, together, suggest, stands, words }
}

const ok = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

describe('a plan is versions that never change, and one that is current', () => {
  test('each saving adds a version, keeps the ones before, and says who was there', async () => {
    const { amira, about, together, stands } = await stage()
    expect(ok(await together(amira, 0, 'A walk\n\nMusic  ')).number).toBe(1)
    expect(ok(await together(amira, 1, 'Music  \nA bath', { whoElse: 'Kerry, mother' })).number).toBe(2)
    const { plan, versions } = await stands()
    expect(plan).toMatchObject({
      number: 2,
      how: 'together',
      whoWasThere: 'Sam, Amira Hussain, Kerry, mother',
    })
    expect(plan?.sections.keepsWell?.map((line) => line.words)).toEqual(['Music  ', 'A bath'])
    expect(versions.map((one) => one.number)).toEqual([2, 1])
    const first = ok(await readPlanVersion(amira.token, { ...about, number: 1 }))
    expect(first.version.sections.keepsWell?.map((line) => line.words)).toEqual(['A walk', 'Music  '])
    expect(first.newest).toBe(2)
    // A line keeps its id as long as it keeps its words.
    expect(plan?.sections.keepsWell?.[0]?.id).toBe(first.version.sections.keepsWell?.[1]?.id)
  })

  test('a version cannot be altered, removed, doubled or slipped in, not even by direct SQL', async () => {
    const { amira, episode, together } = await stage()
    ok(await together(amira, 0, 'A walk'))
    await expect(
      sql("update plan_versions set sections = '{}' where person_id = $1", [episode.personId]),
    ).rejects.toThrow('append-only')
    await expect(sql('delete from plan_versions where person_id = $1', [episode.personId])).rejects.toThrow(
      'append-only',
    )
    for (const [number, refused] of [
      [1, 'duplicate key'],
      [3, 'follows the newest one'],
    ])
      await expect(
        sql(
          `insert into plan_versions (partnership_id, id, person_id, kind, number, sections, how, by_staff_id)
           values ($1, $2, $3, 'wellbeing', ${number}, '{}', 'together', $4)`,
          [amira.partnershipId, newId(), episode.personId, amira.id],
        ),
      ).rejects.toThrow(refused)
  })

  test('H2: of two people who write at once one is kept and the other sees both texts, with nothing merged', async () => {
    const { amira, ben, together, words, stands } = await stage()
    ok(await together(amira, 0, 'A walk'))
    const answers = await Promise.all([amira, ben].map((by) => together(by, 1, `Written by ${by.name}`)))
    const kept = answers.filter((one) => one.ok)
    const stale = answers.find((one) => !one.ok)
    expect(kept).toHaveLength(1)
    const [only] = await words()
    expect(stale).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', theirs: { keepsWell: only, version: '2' } },
    })
    expect((await stands()).versions).toHaveLength(2)
  })

  test('twenty writers at once, each going on from what they were shown, leave one unbroken line', async () => {
    const { amira, ben, together, stands } = await stage()
    ok(await together(amira, 0, 'Line 0'))
    await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        for (let version = 1; ; ) {
          const result = await together(i % 2 ? amira : ben, version, `Line ${i + 1}`)
          if (result.ok) return
          if (result.failure.kind === 'conflict') version = Number(result.failure.theirs.version)
          else if (result.failure.kind !== 'unavailable') throw new Error(JSON.stringify(result.failure))
        }
      }),
    )
    const { versions } = await stands()
    expect(versions.map((one) => one.number)).toEqual(Array.from({ length: 21 }, (_, i) => 21 - i))
  })

  test('the two kinds of plan have numbers of their own, and each only its own parts', async () => {
    const { amira, episode, about, together } = await stage()
    ok(await together(amira, 0, 'A walk'))
    const safety = await writePlan(
      amira.token,
      {
        personId: episode.personId,
        kind: 'safety',
        version: 0,
        byMyself: 'Ring Kerry',
        keepsWell: 'x',
        wasThere: 'yes',
      },
      newId(),
    )
    expect(ok(safety).number).toBe(1)
    const result = ok(await readPlan(amira.token, { ...about, kind: 'safety' }))
    expect(Object.keys(result.plan?.sections ?? {})).toEqual(['byMyself'])
  })
})

describe('bad input', () => {
  test('a worker alone never writes a plan: without the young person there it is refused', async () => {
    const { amira, about, stands } = await stage()
    const alone = { ...about, version: 0, keepsWell: 'A walk', whoElse: '' }
    expect(await writePlan(amira.token, alone as never, newId())).toMatchObject({
      failure: {
        kind: 'invalid',
        fields: { wasThere: expect.stringMatching(/written with the young person/) },
      },
    })
    expect((await stands()).plan).toBeNull()
  })

  test('an empty plan, a plan with nothing different and a number that is none are met with words', async () => {
    const { amira, together, stands } = await stage()
    expect(await together(amira, 0, ' \n ')).toMatchObject({ failure: { kind: 'invalid' } })
    ok(await together(amira, 0, 'A walk'))
    expect(await together(amira, 1, 'A walk\n')).toMatchObject({
      failure: { fields: { form: 'Nothing is different from the plan as it stands.' } },
    })
    for (const version of [-1, 1.5, 'x'])
      expect(await together(amira, version as number, 'A bath')).toMatchObject({
        failure: { kind: 'invalid' },
      })
    expect(await together(amira, 7, 'A bath')).toMatchObject({ failure: { kind: 'conflict' } })
    expect((await stands()).versions).toHaveLength(1)
  })

  test('another organisation cannot read or write a plan, and learns nothing but "not found"', async () => {
    const { jo, amira, about, together, suggest } = await stage()
    ok(await together(amira, 0, 'A walk'))
    const nothing = { ok: false, failure: { kind: 'not-found' } }
    expect(await together(jo, 1, 'Mine')).toEqual(nothing)
    expect(await suggest(jo, 1, 'Mine')).toEqual(nothing)
    expect(await readPlan(jo.token, about)).toEqual(nothing)
    expect(await readPlanVersion(jo.token, { ...about, number: 1 })).toEqual(nothing)
    expect(await newestPlan(jo.token, about)).toEqual(nothing)
  })
})

describe('a suggested change waits for the young person', () => {
  test('it changes nothing until they say yes; then it is the plan, word for word', async () => {
    const { amira, sam, together, suggest, words, stands } = await stage()
    ok(await together(amira, 0, 'A walk'))
    const { proposalId } = ok(await suggest(amira, 1, 'A walk\nA walk with Jo'))
    expect(await words()).toEqual(['A walk'])
    expect((await stands()).proposals).toMatchObject([{ id: proposalId, why: 'You said it helped.' }])
    ok(await answerProposal(sam.token, { proposalId, answer: 'yes', words: '' }, newId()))
    expect(await words()).toEqual(['A walk', 'A walk with Jo'])
    expect((await stands()).plan).toMatchObject({ how: 'agreed', by: sam.name })
    expect((await stands()).proposals).toEqual([])
  })

  test('a no leaves the plan as it was, and their words stay', async () => {
    const { amira, sam, together, suggest, words } = await stage()
    ok(await together(amira, 0, 'A walk'))
    const { proposalId } = ok(await suggest(amira, 1, 'A run'))
    ok(await answerProposal(sam.token, { proposalId, answer: 'no', words: 'i hate running' }, newId()))
    expect(await words()).toEqual(['A walk'])
    expect(
      await sql('select state, answer_words, answered_by from plan_proposals where id = $1', [proposalId]),
    ).toEqual([{ state: 'declined', answer_words: 'i hate running', answered_by: sam.id }])
  })

  test('a yes to a change of an older version changes nothing and shows how the plan stands', async () => {
    const { amira, sam, together, suggest, words } = await stage()
    ok(await together(amira, 0, 'A walk'))
    const { proposalId } = ok(await suggest(amira, 1, 'A run'))
    ok(await together(amira, 1, 'A swim'))
    expect(await answerProposal(sam.token, { proposalId, answer: 'yes', words: '' }, newId())).toMatchObject({
      failure: { kind: 'conflict', theirs: { keepsWell: 'A swim' } },
    })
    expect(await words()).toEqual(['A swim'])
  })

  test('nobody says yes for them: no worker’s role may answer, and no other young person', async () => {
    const { p, ours, amira, together, suggest, words } = await stage()
    ok(await together(amira, 0, 'A walk'))
    const { proposalId } = ok(await suggest(amira, 1, 'A run'))
    const other = await p.ownAccount((await p.episode(ours, { worker: amira })).personId)
    expect(
      await answerProposal(amira.token, { proposalId, answer: 'yes', words: '' }, newId()),
    ).toMatchObject({
      failure: { kind: 'refused' },
    })
    expect(await answerProposal(other.token, { proposalId, answer: 'yes', words: '' }, newId())).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    })
    expect(await words()).toEqual(['A walk'])
  })

  test('gone through together it is answered by the saving; taken back it cannot be answered; answered once it is over', async () => {
    const { amira, ben, sam, episode, together, suggest, words } = await stage()
    ok(await together(amira, 0, 'A walk'))
    const one = ok(await suggest(amira, 1, 'A run'))
    ok(await together(ben, 1, 'A slow run', { proposalId: one.proposalId }))
    expect(await words()).toEqual(['A slow run'])
    expect(await sql('select state, became from plan_proposals where id = $1', [one.proposalId])).toEqual([
      { state: 'agreed', became: 2 },
    ])
    const two = ok(await suggest(amira, 2, 'A swim'))
    ok(
      await withdrawProposal(
        ben.token,
        { personId: episode.personId, proposalId: two.proposalId, words: '' },
        newId(),
      ),
    )
    const again = { proposalId: two.proposalId, answer: 'yes' as const, words: '' }
    expect(await answerProposal(sam.token, again, newId())).toMatchObject({ failure: { kind: 'refused' } })
    await expect(
      sql("update plan_proposals set state = 'waiting' where id = $1", [two.proposalId]),
    ).rejects.toThrow()
    expect(await words()).toEqual(['A slow run'])
  })

  test('a yes and a new version at the same moment: one of the two holds, and the other is told', async () => {
    const { amira, sam, together, suggest, stands } = await stage()
    ok(await together(amira, 0, 'A walk'))
    const { proposalId } = ok(await suggest(amira, 1, 'A run'))
    const answers = await Promise.all([
      answerProposal(sam.token, { proposalId, answer: 'yes', words: '' }, newId()),
      together(amira, 1, 'A swim'),
    ])
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.find((one) => !one.ok)).toMatchObject({ failure: { kind: 'conflict' } })
    expect((await stands()).versions).toHaveLength(2)
  })
})

describe('H1: which version is the newest', () => {
  test('is answered without a word of the plan, and asking keeps no session alive and is no opened record', async () => {
    const { amira, sam, about, together, episode } = await stage()
    expect(ok(await newestPlan(amira.token, about))).toEqual({ number: 0, at: '' })
    ok(await together(amira, 0, 'A walk'))
    await sql("update app.sessions set seen_at = now() - interval '5 minutes' where staff_id = $1", [
      amira.id,
    ])
    const before = await sql('select count(*)::int as n from app.audit_log where person_id = $1', [
      episode.personId,
    ])
    expect(ok(await newestPlan(amira.token, about))).toEqual({
      number: 1,
      at: expect.stringMatching(/^\d\d:\d\d$/),
    })
    expect(ok(await newestPlan(sam.token, about)).number).toBe(1)
    expect(
      await sql('select count(*)::int as n from app.audit_log where person_id = $1', [episode.personId]),
    ).toEqual(before)
    expect(
      await sql(
        "select seen_at < now() - interval '4 minutes' as old from app.sessions where staff_id = $1",
        [amira.id],
      ),
    ).toEqual([{ old: true }])
  })

  test('two services that help at the same time hold the same current safety plan', async () => {
    const { p, theirs, amira, jo, episode } = await stage()
    await p.episode(theirs, { personId: episode.personId, worker: jo })
    const plan = { personId: episode.personId, kind: 'safety' as const }
    ok(
      await writePlan(amira.token, { ...plan, version: 0, byMyself: 'Ring Kerry', wasThere: 'yes' }, newId()),
    )
    const seen = ok(await readPlan(jo.token, plan))
    expect(seen.plan).toMatchObject({ number: 1, sections: { byMyself: [{ words: 'Ring Kerry' }] } })
    ok(await writePlan(jo.token, { ...plan, version: 1, byMyself: 'Ring Ravi', wasThere: 'yes' }, newId()))
    expect(ok(await readPlan(amira.token, plan)).plan?.number).toBe(2)
  })
})
